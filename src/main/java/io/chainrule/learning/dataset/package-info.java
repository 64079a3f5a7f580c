/// Examples to learn from: where they come from (CSV, columns, rows), what their columns hold, and how they become
/// matrices, training and validation rows, minibatches. Chance comes from named random streams.
///
/// Of the learning ring; imports `learning.specification`, FastCSV and Commons RNG.
@NullMarked
package io.chainrule.learning.dataset;

import org.jspecify.annotations.NullMarked;
