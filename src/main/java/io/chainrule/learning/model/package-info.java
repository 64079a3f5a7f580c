/// What can be fitted to a dataset: specification, parameters, forward pass, and the model that training leaves behind.
///
/// Second step of the learning ring: it imports the engine and the dataset.
@NullMarked
package io.chainrule.learning.model;

import org.jspecify.annotations.NullMarked;
