package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// Normal distributions around (−c, −c) and (c, c).
@Choice(help = "Two round clouds, opposite each other")
public record Gaussians(
        @Setting(
                help = EXAMPLES,
                byDefault = "200",
                min = LEAST_EXAMPLES,
                max = MOST_EXAMPLES,
                maxLimit = EXAMPLES_LIMIT)
        int examples,

        @Setting(help = POSITION_NOISE, byDefault = "0.7", min = 0, max = MOST)
        double noise,

        @Setting(help = SEED, byDefault = "0", min = 0, max = MOST_SEED)
        long seed,

        @Setting(
                help = "Both coordinates of the upper cloud's centre, those of the lower one negated",
                byDefault = "2",
                min = 0,
                max = MOST)
        double center)
        implements ClassGenerator {

    public Gaussians {
        Settings.require(Gaussians.class, examples, noise, seed, center);
    }

    @Override
    public List<String> labels() {
        return List.of("lower", "upper");
    }

    @Override
    public Point point(int row, int label, RandomStream random) {
        return label == 1 ? new Point(center, center) : new Point(-center, -center);
    }
}
