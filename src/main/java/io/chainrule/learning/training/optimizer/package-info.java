/// Ways down: optimizers that follow a gradient step by step, and descents that look for the best step themselves.
///
/// The floor of training: it imports specifications only. The training run and minimization stand on it.
@NullMarked
package io.chainrule.learning.training.optimizer;

import org.jspecify.annotations.NullMarked;
