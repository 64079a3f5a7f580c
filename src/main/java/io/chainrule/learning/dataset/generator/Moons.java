package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// Half circles of radius 1: the lower one hangs at (1, ½) and reaches into the upper one, which stands at the origin.
@Choice(help = "Two half circles that reach into each other")
public record Moons(
        @Setting(
                help = EXAMPLES,
                byDefault = "200",
                min = LEAST_EXAMPLES,
                max = MOST_EXAMPLES,
                maxLimit = EXAMPLES_LIMIT)
        int examples,

        @Setting(help = POSITION_NOISE, byDefault = "0.1", min = 0, max = MOST)
        double noise,

        @Setting(help = SEED, byDefault = "0", min = 0, max = MOST_SEED)
        long seed)
        implements ClassGenerator {

    public Moons {
        Settings.require(Moons.class, examples, noise, seed);
    }

    @Override
    public List<String> labels() {
        return List.of("lower", "upper");
    }

    @Override
    public Point point(int row, int label, RandomStream random) {
        var upper = Point.polar(Math.PI * random.nextDouble(), 1);
        return label == 1 ? upper : new Point(1 - upper.x(), 0.5 - upper.y());
    }
}
