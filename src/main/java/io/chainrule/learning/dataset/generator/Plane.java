package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// z = slopeX·x + slopeY·y + intercept, for x and y from −1 to 1.
@Choice(help = "A plane, z = slopeX*x + slopeY*y + intercept, x and y from -1 to 1")
public record Plane(
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

        @Setting(help = "How fast z rises with x", byDefault = "1", min = -MOST, max = MOST)
        double slopeX,

        @Setting(help = "How fast z rises with y", byDefault = "-1", min = -MOST, max = MOST)
        double slopeY,

        @Setting(help = "The value at the origin", byDefault = "0", min = -MOST, max = MOST)
        double intercept)
        implements ValueGenerator {

    public Plane {
        Settings.require(Plane.class, examples, noise, seed, slopeX, slopeY, intercept);
    }

    @Override
    public List<Interval> inputs() {
        return List.of(new Interval(-1, 1), new Interval(-1, 1));
    }

    @Override
    public double value(double... point) {
        return slopeX * point[0] + slopeY * point[1] + intercept;
    }
}
