package io.chainrule.learning.training;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Unary;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What keeps weights and steps small. The objective is mean loss + l1·Σ|w| + (l2/2)·Σw² over weights, not biases.
public record Regularization(
        @Setting(help = "Pull towards 0 that is the same for weights of any size", byDefault = "0", min = 0)
        double l1,

        @Setting(help = "Pull towards 0 in proportion to the weight", byDefault = "0", min = 0, example = "0.01")
        double l2,

        @Setting(help = "Longer gradients are shortened to this length", above = 0, example = "1") @Nullable
        Double clipNorm,

        @Setting(help = "The weights into a unit are shortened to this length", above = 0, example = "3") @Nullable
        Double maxNorm) {

    public static final Regularization NONE = new Regularization(0, 0, null, null);

    public Regularization {
        Settings.require(Regularization.class, l1, l2, clipNorm, maxNorm);
    }

    /// What is added to a loss.
    ///
    /// @param loss the mean one
    Node added(Node loss, List<Node> weights) {
        var sum = loss;
        for (var tensor : weights) {
            if (l1 > 0) {
                sum = sum.plus(tensor.apply(Unary.ABS).total().linear(l1, 0));
            }
            if (l2 > 0) {
                sum = sum.plus(tensor.square().total().linear(l2 / 2, 0));
            }
        }
        return sum;
    }
}
