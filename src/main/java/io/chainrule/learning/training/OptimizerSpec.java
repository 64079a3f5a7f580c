package io.chainrule.learning.training;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;

/// How parameters follow the gradient.
public sealed interface OptimizerSpec {

    double learningRate();

    /// An optimizer at its start, for the live arrays of the parameters.
    default Optimizer start(double[][] parameters) {
        return switch (this) {
            case Sgd sgd -> sgd.momentum() == 0 ? new PlainDescent(parameters) : new Momentum(sgd, parameters);
        };
    }

    /// Whether it keeps a number for each parameter from step to step.
    default boolean remembers() {
        return switch (this) {
            case Sgd sgd -> sgd.momentum() != 0;
        };
    }

    /// Gradient descent, with or without momentum.
    @Choice(value = "sgd", help = "Gradient descent, stochastic with minibatches")
    record Sgd(
            @Setting(help = "Step length along the gradient", byDefault = "0.1", above = 0, example = "1.0")
            double learningRate,

            @Setting(help = "Share of the previous step that is kept", byDefault = "0", min = 0, below = 1)
            double momentum,

            @Setting(help = "Look ahead along the momentum", byDefault = "false")
            boolean nesterov)
            implements OptimizerSpec {

        public Sgd {
            Settings.require(Sgd.class, learningRate, momentum, nesterov);
            if (nesterov && momentum == 0) {
                throw new InvalidSpecException("/nesterov", "nesterov looks ahead along the momentum, which is 0");
            }
        }

        public static Sgd of(double learningRate) {
            return new Sgd(learningRate, 0, false);
        }
    }
}
