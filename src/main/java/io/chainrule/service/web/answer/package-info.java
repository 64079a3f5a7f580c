/// Answers that come in several forms: JSON, pictures, tables and text.
///
/// Part of `service.web`, for its controllers.
@NullMarked
package io.chainrule.service.web.answer;

import org.jspecify.annotations.NullMarked;
