package io.chainrule.learning.model;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;

/// One layer of a network, between whatever comes before and after it.
public sealed interface LayerSpec {

    /// Every unit sees every input: weighted sums plus biases.
    @Choice(value = "dense", help = "Weighted sums of all inputs, plus biases")
    record Dense(
            @Setting(
                    help = "How many sums",
                    min = 1,
                    max = ModelSpec.Mlp.MOST_UNITS,
                    maxLimit = ModelSpec.Mlp.WIDTH_LIMIT,
                    example = "16")
            int units)
            implements LayerSpec {

        public Dense {
            Settings.require(Dense.class, units);
        }
    }

    /// Hides some of the inputs in every training step, others each time.
    @Choice(value = "dropout", help = "Hides a random share of the inputs in every training step, none afterwards")
    record Dropout(
            @Setting(
                    help = "Share of the inputs that is hidden",
                    byDefault = "0.5",
                    min = 0,
                    below = 1,
                    example = "0.1")
            double rate)
            implements LayerSpec {

        public Dropout {
            Settings.require(Dropout.class, rate);
        }
    }

    /// Centres and scales every input by the batch it is in, afterwards by what was usual in training.
    @Choice(value = "batch-norm", help = "Inputs minus their mean, over their deviation, then scaled and shifted")
    record BatchNorm(
            @Setting(
                    help = "How fast the usual mean and variance follow the batches",
                    byDefault = "0.1",
                    above = 0,
                    max = 1)
            double momentum,

            @Setting(help = "Added to the variance, so that it is never 0", byDefault = "1e-5", above = 0)
            double epsilon)
            implements LayerSpec {

        public BatchNorm {
            Settings.require(BatchNorm.class, momentum, epsilon);
        }
    }

    /// One function, applied to every input.
    sealed interface Elementwise extends LayerSpec {

        Activation activation();

        static Elementwise of(Activation activation) {
            return switch (activation) {
                case RELU -> new Relu();
                case LEAKY_RELU -> new LeakyRelu();
                case ELU -> new Elu();
                case SELU -> new Selu();
                case GELU -> new Gelu();
                case SILU -> new Silu();
                case TANH -> new Tanh();
                case SIGMOID -> new Sigmoid();
                case SOFTPLUS -> new Softplus();
            };
        }
    }

    @Choice(value = "relu", help = "max(x, 0)")
    record Relu() implements Elementwise {

        @Override
        public Activation activation() {
            return Activation.RELU;
        }
    }

    @Choice(value = "leaky-relu", help = "x, or 0.01 x where x is negative")
    record LeakyRelu() implements Elementwise {

        @Override
        public Activation activation() {
            return Activation.LEAKY_RELU;
        }
    }

    @Choice(value = "elu", help = "x, or exp(x) - 1 where x is negative")
    record Elu() implements Elementwise {

        @Override
        public Activation activation() {
            return Activation.ELU;
        }
    }

    @Choice(value = "selu", help = "Scaled elu that keeps mean 0 and variance 1")
    record Selu() implements Elementwise {

        @Override
        public Activation activation() {
            return Activation.SELU;
        }
    }

    @Choice(value = "gelu", help = "x times the normal distribution function of x")
    record Gelu() implements Elementwise {

        @Override
        public Activation activation() {
            return Activation.GELU;
        }
    }

    @Choice(value = "silu", help = "x times sigmoid(x)")
    record Silu() implements Elementwise {

        @Override
        public Activation activation() {
            return Activation.SILU;
        }
    }

    @Choice(value = "tanh", help = "Hyperbolic tangent, between -1 and 1")
    record Tanh() implements Elementwise {

        @Override
        public Activation activation() {
            return Activation.TANH;
        }
    }

    @Choice(value = "sigmoid", help = "1/(1 + exp(-x)), between 0 and 1")
    record Sigmoid() implements Elementwise {

        @Override
        public Activation activation() {
            return Activation.SIGMOID;
        }
    }

    @Choice(value = "softplus", help = "log(1 + exp(x)), a smooth relu")
    record Softplus() implements Elementwise {

        @Override
        public Activation activation() {
            return Activation.SOFTPLUS;
        }
    }
}
