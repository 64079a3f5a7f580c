/// What can be written and chosen, and how much of it, read off the tables that run it.
///
/// Part of `service.web`, for its controllers.
@NullMarked
package io.chainrule.service.web.catalog;

import org.jspecify.annotations.NullMarked;
