package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// y = amplitude·sin(frequency·x), for x from −π to π.
@Choice(help = "A wave, y = amplitude*sin(frequency*x), x from -pi to pi")
public record Sine(
        @Setting(
                help = EXAMPLES,
                byDefault = "200",
                min = LEAST_EXAMPLES,
                max = MOST_EXAMPLES,
                maxLimit = EXAMPLES_LIMIT)
        int examples,

        @Setting(help = TARGET_NOISE, byDefault = "0.1", min = 0, max = MOST)
        double noise,

        @Setting(help = SEED, byDefault = "0", min = 0, max = MOST_SEED)
        long seed,

        @Setting(help = "How high the wave is", byDefault = "1", min = -MOST, max = MOST)
        double amplitude,

        @Setting(help = "How many waves there are", byDefault = "1", min = 0, max = 1000)
        double frequency)
        implements ValueGenerator {

    public Sine {
        Settings.require(Sine.class, examples, noise, seed, amplitude, frequency);
    }

    @Override
    public List<Interval> inputs() {
        return List.of(new Interval(-Math.PI, Math.PI));
    }

    @Override
    public double value(double... point) {
        return amplitude * StrictMath.sin(frequency * point[0]);
    }
}
