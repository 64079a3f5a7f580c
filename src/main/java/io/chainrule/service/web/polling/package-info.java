/// Answers for those who ask again and again: entity tags, and answers that wait for news.
///
/// Part of `service.web`.
@NullMarked
package io.chainrule.service.web.polling;

import org.jspecify.annotations.NullMarked;
