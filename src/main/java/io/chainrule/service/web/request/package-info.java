/// How requests are read: JSON bodies and query parameters into records by their settings, limits on bytes,
/// and the choice among representations.
///
/// Part of the `service` ring; used by `service.web` alone.
@NullMarked
package io.chainrule.service.web.request;

import org.jspecify.annotations.NullMarked;
