/// Makes expressions small: steps down from a start, and the path that they took.
///
/// Part of the training step of the learning ring: it stands on the optimizers and on the engine's expressions.
@NullMarked
package io.chainrule.learning.training.minimization;

import org.jspecify.annotations.NullMarked;
