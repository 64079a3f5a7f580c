package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// Arms that wind around the origin (Archimedean spirals), from radius 0.1 out to radius 1.
@Choice(help = "Arms that wind around each other")
public record Spiral(
        @Setting(
                help = EXAMPLES,
                byDefault = "200",
                min = LEAST_EXAMPLES,
                max = MOST_EXAMPLES,
                maxLimit = EXAMPLES_LIMIT)
        int examples,

        @Setting(help = POSITION_NOISE, byDefault = "0.02", min = 0, max = MOST)
        double noise,

        @Setting(help = SEED, byDefault = "0", min = 0, max = MOST_SEED)
        long seed,

        @Setting(
                help = "How many arms, one class each",
                byDefault = "2",
                min = 2,
                max = Blobs.MOST_CLASSES,
                maxLimit = "dataset.classes")
        int classes,

        @Setting(help = "How often each arm goes around", byDefault = "1.75", min = 0, max = 100)
        double turns)
        implements ClassGenerator {

    private static final double INNER = 0.1;

    public Spiral {
        Settings.require(Spiral.class, examples, noise, seed, classes, turns);
        Blobs.requireOneEach(examples, classes);
    }

    @Override
    public List<String> labels() {
        return ClassGenerator.letters(classes);
    }

    @Override
    public Point point(int row, int label, RandomStream random) {
        double along = random.nextDouble();
        double angle = 2 * Math.PI * (turns * along + (double) label / classes);
        return Point.polar(angle, INNER + (1 - INNER) * along);
    }
}
