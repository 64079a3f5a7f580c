/// Who may do what over HTTP: finds the caller by the key of a request, holds rules and rates against him,
/// and binds him while the request is answered.
///
/// Part of `service.web`.
@NullMarked
package io.chainrule.service.web.access;

import org.jspecify.annotations.NullMarked;
