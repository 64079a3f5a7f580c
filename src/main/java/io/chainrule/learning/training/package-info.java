/// Fits models to datasets: losses, optimizers, and the training run that yields epoch after epoch.
///
/// Third step of the learning ring: it imports the model, the dataset and the engine.
@NullMarked
package io.chainrule.learning.training;

import org.jspecify.annotations.NullMarked;
