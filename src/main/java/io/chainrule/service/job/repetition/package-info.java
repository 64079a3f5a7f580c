/// Requests that create something and can be sent again: their first answer is kept under the client's key, in the
/// transaction that creates the thing.
///
/// Part of `service.job`.
@NullMarked
package io.chainrule.service.job.repetition;

import org.jspecify.annotations.NullMarked;
