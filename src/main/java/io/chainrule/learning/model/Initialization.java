package io.chainrule.learning.model;

import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;

/// How the weights start: normally distributed around 0. Biases start at 0.
public record Initialization(
        @Setting(help = "Standard deviation of the weights") Weights weights,

        @Setting(help = "Standard deviation for small-normal", byDefault = "0.01", above = 0)
        double scale) {

    /// The random stream that weights are drawn from.
    public static final String STREAM = "initialization";

    private static final double DEFAULT_SCALE = 0.01;

    public Initialization {
        Settings.require(Initialization.class, weights, scale);
    }

    public static Initialization of(Weights weights) {
        return new Initialization(weights, DEFAULT_SCALE);
    }

    /// What suits hidden layers.
    ///
    /// @param isRectifying whether one of their activations is like relu
    static Initialization before(boolean isRectifying) {
        return of(isRectifying ? Weights.HE : Weights.GLOROT);
    }

    void fill(double[] values, int inputs, int units, RandomStream random) {
        var deviation = weights.deviation(inputs, units, scale);
        if (deviation > 0) {
            for (int i = 0; i < values.length; i++) {
                values[i] = deviation * random.nextNormal();
            }
        }
    }

    /// Where the standard deviation of a layer's weights comes from.
    public enum Weights {
        @Choice(help = "√(2/inputs): keeps the variance through relu-like layers")
        HE,
        @Choice(help = "√(2/(inputs + units)): for tanh and sigmoid")
        GLOROT,
        @Choice(help = "√(1/inputs)")
        LECUN,
        @Choice(help = "The same small standard deviation everywhere, `scale`")
        SMALL_NORMAL,
        @Choice(help = "All weights 0; hidden units then stay equal to each other")
        ZEROS;

        double deviation(int inputs, int units, double scale) {
            return switch (this) {
                case HE -> Math.sqrt(2.0 / inputs);
                case GLOROT -> Math.sqrt(2.0 / (inputs + units));
                case LECUN -> Math.sqrt(1.0 / inputs);
                case SMALL_NORMAL -> scale;
                case ZEROS -> 0;
            };
        }
    }
}
