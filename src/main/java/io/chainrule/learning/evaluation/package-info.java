/// What a model says: predictions for rows, and for a grid of points, the decision boundary.
///
/// Last step of the learning ring: it imports the model, the dataset and the engine.
@NullMarked
package io.chainrule.learning.evaluation;

import org.jspecify.annotations.NullMarked;
