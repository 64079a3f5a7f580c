package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// A square from −1 to 1 on both axes; the class tells whether the signs of the coordinates are the same or different.
@Choice(help = "Four squares around the origin, opposite ones of the same class")
public record Xor(
        @Setting(
                help = EXAMPLES,
                byDefault = "200",
                min = LEAST_EXAMPLES,
                max = MOST_EXAMPLES,
                maxLimit = EXAMPLES_LIMIT)
        int examples,

        @Setting(help = POSITION_NOISE, byDefault = "0", min = 0, max = MOST)
        double noise,

        @Setting(help = SEED, byDefault = "0", min = 0, max = MOST_SEED)
        long seed,

        @Setting(help = "How far points are from the axes before noise", byDefault = "0.1", min = 0, max = 1)
        double margin)
        implements ClassGenerator {

    public Xor {
        Settings.require(Xor.class, examples, noise, seed, margin);
    }

    @Override
    public List<String> labels() {
        return List.of("different", "same");
    }

    @Override
    public Point point(int row, int label, RandomStream random) {
        double x = margin + (1 - margin) * random.nextDouble();
        double y = margin + (1 - margin) * random.nextDouble();
        boolean isRight = row % 4 < 2;
        boolean isUpper = isRight == (label == 1);
        return new Point(isRight ? x : -x, isUpper ? y : -y);
    }
}
