package io.chainrule.learning.model;

import io.chainrule.engine.graph.Node;
import io.chainrule.learning.dataset.RandomStream;

/// Which numbers a dropout layer hides in a step.
///
/// @param values input of the graph, to be drawn anew before each step: 0 hides
public record DropoutMask(Node values, double rate) {

    /// The random stream that masks are drawn from.
    public static final String STREAM = "dropout";

    public void draw(double[] mask, RandomStream random) {
        double kept = 1 / (1 - rate);
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < rate ? 0 : kept;
        }
    }
}
