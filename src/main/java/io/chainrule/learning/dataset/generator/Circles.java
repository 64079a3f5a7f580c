package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// Circles around the origin, the outer one of radius 1.
///
/// @param factor radius of the inner circle
@Choice(help = "A circle inside another one")
public record Circles(
        @Setting(
                help = EXAMPLES,
                byDefault = "200",
                min = LEAST_EXAMPLES,
                max = MOST_EXAMPLES,
                maxLimit = EXAMPLES_LIMIT)
        int examples,

        @Setting(help = POSITION_NOISE, byDefault = "0.05", min = 0, max = MOST)
        double noise,

        @Setting(help = SEED, byDefault = "0", min = 0, max = MOST_SEED)
        long seed,

        @Setting(help = "Radius of the inner circle; that of the outer one is 1", byDefault = "0.5", min = 0, max = 1)
        double factor)
        implements ClassGenerator {

    public Circles {
        Settings.require(Circles.class, examples, noise, seed, factor);
    }

    @Override
    public List<String> labels() {
        return List.of("inner", "outer");
    }

    @Override
    public Point point(int row, int label, RandomStream random) {
        return Point.polar(2 * Math.PI * random.nextDouble(), label == 0 ? factor : 1);
    }
}
