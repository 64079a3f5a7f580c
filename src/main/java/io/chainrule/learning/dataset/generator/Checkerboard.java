package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// A board from −1 to 1 on both axes, its lower left square dark.
@Choice(help = "Squares of two classes that alternate")
public record Checkerboard(
        @Setting(
                help = EXAMPLES,
                byDefault = "400",
                min = LEAST_EXAMPLES,
                max = MOST_EXAMPLES,
                maxLimit = EXAMPLES_LIMIT)
        int examples,

        @Setting(help = POSITION_NOISE, byDefault = "0", min = 0, max = MOST)
        double noise,

        @Setting(help = SEED, byDefault = "0", min = 0, max = MOST_SEED)
        long seed,

        @Setting(help = "Squares along each side", byDefault = "4", min = 2, max = 100)
        int squares)
        implements ClassGenerator {

    public Checkerboard {
        Settings.require(Checkerboard.class, examples, noise, seed, squares);
    }

    @Override
    public List<String> labels() {
        return List.of("dark", "light");
    }

    /// Squares are drawn until one has the colour.
    @Override
    public Point point(int row, int label, RandomStream random) {
        int upwards;
        int across;
        do {
            upwards = random.nextInt(squares);
            across = random.nextInt(squares);
        } while ((upwards + across) % 2 != label);
        return new Point(
                2 * (across + random.nextDouble()) / squares - 1, 2 * (upwards + random.nextDouble()) / squares - 1);
    }
}
