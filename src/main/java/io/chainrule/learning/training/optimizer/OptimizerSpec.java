package io.chainrule.learning.training.optimizer;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;

/// How something is made small: a model's loss, an expression, or either.
public sealed interface OptimizerSpec {

    /// Minimizes expressions.
    sealed interface OfExpressions extends OptimizerSpec {}

    /// Fits models.
    sealed interface OfModels extends OptimizerSpec {

        /// How many numbers it keeps for each parameter from step to step.
        int numbersKept();
    }

    /// Follows one gradient a step, exact or of a minibatch, as far as a learning rate says.
    sealed interface FirstOrder extends OfModels, OfExpressions {

        double learningRate();

        /// An optimizer at its start, for the live arrays of the parameters.
        default Optimizer start(double[][] parameters) {
            return switch (this) {
                case Sgd sgd -> sgd.momentum() == 0 ? new PlainDescent(parameters) : new Momentum(sgd, parameters);
                case Adagrad adagrad -> new SumOfSquares(adagrad, parameters);
                case Rmsprop rmsprop -> new AverageOfSquares(rmsprop, parameters);
                case Adam adam -> new Moments(adam, parameters);
                case AdamW adamW -> new Moments(adamW, parameters);
            };
        }

        @Override
        default int numbersKept() {
            return switch (this) {
                case Sgd sgd -> sgd.momentum() == 0 ? 0 : 1;
                case Adagrad _, Rmsprop _ -> 1;
                case Adam _, AdamW _ -> 2;
            };
        }
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
            implements FirstOrder {

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

    @Choice(value = "adagrad", help = "Steps shrink with all the gradients a parameter has seen")
    record Adagrad(
            @Setting(help = "Step length before shrinking", byDefault = "0.01", above = 0)
            double learningRate,

            @Setting(help = "Keeps the divisor away from 0", byDefault = "1e-8", above = 0)
            double epsilon)
            implements FirstOrder {

        public Adagrad {
            Settings.require(Adagrad.class, learningRate, epsilon);
        }
    }

    @Choice(value = "rmsprop", help = "Steps are divided by the size of a parameter's recent gradients")
    record Rmsprop(
            @Setting(help = "Step length for a gradient of usual size", byDefault = "0.001", above = 0)
            double learningRate,

            @Setting(help = "Share of the average square that is kept", byDefault = "0.9", min = 0, below = 1)
            double decay,

            @Setting(help = "Keeps the divisor away from 0", byDefault = "1e-8", above = 0)
            double epsilon)
            implements FirstOrder {

        public Rmsprop {
            Settings.require(Rmsprop.class, learningRate, decay, epsilon);
        }
    }

    @Choice(value = "adam", help = "Averages of the gradient and of its square, corrected for their start at 0")
    record Adam(
            @Setting(help = "Step length for a steady gradient", byDefault = "0.001", above = 0)
            double learningRate,

            @Setting(help = "Share of the average gradient that is kept", byDefault = "0.9", min = 0, below = 1)
            double beta1,

            @Setting(help = "Share of the average square that is kept", byDefault = "0.999", min = 0, below = 1)
            double beta2,

            @Setting(help = "Keeps the divisor away from 0", byDefault = "1e-8", above = 0)
            double epsilon)
            implements FirstOrder {

        public Adam {
            Settings.require(Adam.class, learningRate, beta1, beta2, epsilon);
        }
    }

    @Choice(value = "adamw", help = "Adam that first pulls every parameter towards 0")
    record AdamW(
            @Setting(help = "Step length for a steady gradient", byDefault = "0.001", above = 0)
            double learningRate,

            @Setting(help = "Share of the average gradient that is kept", byDefault = "0.9", min = 0, below = 1)
            double beta1,

            @Setting(help = "Share of the average square that is kept", byDefault = "0.999", min = 0, below = 1)
            double beta2,

            @Setting(help = "Keeps the divisor away from 0", byDefault = "1e-8", above = 0)
            double epsilon,

            @Setting(help = "Pull towards 0, times the learning rate", byDefault = "0.01", min = 0)
            double weightDecay)
            implements FirstOrder {

        public AdamW {
            Settings.require(AdamW.class, learningRate, beta1, beta2, epsilon, weightDecay);
        }
    }

    /// L-BFGS: a quasi-Newton descent with a line search.
    @Choice(value = "lbfgs", help = "Curvature estimated from the last steps; every step as long as its line deserves")
    record Lbfgs(
            @Setting(help = "Steps remembered for the curvature", byDefault = "10", min = 1, max = 100)
            int memory) implements OfModels, OfExpressions {

        public Lbfgs {
            Settings.require(Lbfgs.class, memory);
        }

        /// Steps and changes of the gradient, and two points with their gradients.
        @Override
        public int numbersKept() {
            return 2 * memory + 4;
        }
    }

    @Choice(value = "newton", help = "Exact curvature; turns away from maxima and saddles. For expressions only")
    record Newton() implements OfExpressions {}

    /// Levenberg-Marquardt, with nothing to be set.
    @Choice(
            value = "levenberg-marquardt",
            help = "Exact derivatives of every residual. For fits of an expression by squared-error only")
    record LevenbergMarquardt() implements OfModels {

        /// The place, a next one, and what they are measured by.
        @Override
        public int numbersKept() {
            return 4;
        }
    }
}
