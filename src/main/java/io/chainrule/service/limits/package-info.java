/// How much may be asked for: every limit is a setting, checked at start, handed to those who hold it, and told by the
/// catalog.
///
/// Part of the `service` ring; imports `service.json`, `learning` and the limits of expressions.
@NullMarked
package io.chainrule.service.limits;

import org.jspecify.annotations.NullMarked;
