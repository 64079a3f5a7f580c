package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// Round clouds whose centres stand evenly on a circle around the origin, the first on the positive x axis.
@Choice(help = "Several round clouds, in a circle")
public record Blobs(
        @Setting(
                help = EXAMPLES,
                byDefault = "200",
                min = LEAST_EXAMPLES,
                max = MOST_EXAMPLES,
                maxLimit = EXAMPLES_LIMIT)
        int examples,

        @Setting(help = POSITION_NOISE, byDefault = "1", min = 0, max = MOST)
        double noise,

        @Setting(help = SEED, byDefault = "0", min = 0, max = MOST_SEED)
        long seed,

        @Setting(
                help = "How many clouds, one class each",
                byDefault = "3",
                min = 2,
                max = MOST_CLASSES,
                maxLimit = "dataset.classes")
        int classes,

        @Setting(help = "How far the centres are from the origin", byDefault = "4", min = 0, max = MOST)
        double radius)
        implements ClassGenerator {

    static final int MOST_CLASSES = 20;

    public Blobs {
        Settings.require(Blobs.class, examples, noise, seed, classes, radius);
        requireOneEach(examples, classes);
    }

    /// Classes take turns: with fewer examples some would have none.
    static void requireOneEach(int examples, int classes) {
        if (examples < classes) {
            throw new InvalidSpecException(
                    "/examples", "Each of " + classes + " classes needs an example, but there are only " + examples);
        }
    }

    @Override
    public List<String> labels() {
        return ClassGenerator.letters(classes);
    }

    @Override
    public Point point(int row, int label, RandomStream random) {
        return Point.polar(2 * Math.PI * label / classes, radius);
    }
}
