/// What a dataset looks like in numbers: summaries of columns, balance of classes, correlations.
///
/// Part of `learning.dataset`; imports besides it only what that may. Sums have a fixed order, so that equal data gives
/// equal bits.
@NullMarked
package io.chainrule.learning.dataset.statistics;

import org.jspecify.annotations.NullMarked;
