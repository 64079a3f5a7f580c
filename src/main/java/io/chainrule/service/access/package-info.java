/// Who asks: API keys, the roles they give, and the caller that every look at stored objects depends on.
///
/// Part of the `service` ring; imports nothing of ours. What needs HTTP is in `service.web.access`.
@NullMarked
package io.chainrule.service.access;

import org.jspecify.annotations.NullMarked;
