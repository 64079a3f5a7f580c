/// What went wrong, as RFC 9457 problems: the table of all codes, their pages, and the one place where exceptions
/// become answers.
///
/// Part of the `service` ring; used by `service.web` alone.
@NullMarked
package io.chainrule.service.web.problem;

import org.jspecify.annotations.NullMarked;
