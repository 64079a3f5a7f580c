/// Requests with an `Idempotency-Key`, which can be sent again.
///
/// Part of `service.web`.
@NullMarked
package io.chainrule.service.web.repetition;

import org.jspecify.annotations.NullMarked;
