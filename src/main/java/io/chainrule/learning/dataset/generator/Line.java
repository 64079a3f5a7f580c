package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// y = slope·x + intercept, for x from −1 to 1.
@Choice(value = "linear", help = "A straight line, y = slope*x + intercept, x from -1 to 1")
public record Line(
        @Setting(
                help = EXAMPLES,
                byDefault = "100",
                min = LEAST_EXAMPLES,
                max = MOST_EXAMPLES,
                maxLimit = EXAMPLES_LIMIT)
        int examples,

        @Setting(help = TARGET_NOISE, byDefault = "0.1", min = 0, max = MOST)
        double noise,

        @Setting(help = SEED, byDefault = "0", min = 0, max = MOST_SEED)
        long seed,

        @Setting(help = "How fast y rises with x", byDefault = "2", min = -MOST, max = MOST)
        double slope,

        @Setting(help = "The value at 0", byDefault = "1", min = -MOST, max = MOST)
        double intercept)
        implements ValueGenerator {

    public Line {
        Settings.require(Line.class, examples, noise, seed, slope, intercept);
    }

    @Override
    public List<Interval> inputs() {
        return List.of(new Interval(-1, 1));
    }

    @Override
    public double value(double... point) {
        return slope * point[0] + intercept;
    }
}
