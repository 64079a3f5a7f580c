package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// z = Σ ±exp(−d²/(2·width²)), where d is the distance from one of six centres: hills and hollows in two rows that
/// alternate, for x and y from −6 to 6.
@Choice(help = "Three hills and three hollows, x and y from -6 to 6")
public record GaussSurface(
        @Setting(
                help = EXAMPLES,
                byDefault = "400",
                min = LEAST_EXAMPLES,
                max = MOST_EXAMPLES,
                maxLimit = EXAMPLES_LIMIT)
        int examples,

        @Setting(help = TARGET_NOISE, byDefault = "0.05", min = 0, max = MOST)
        double noise,

        @Setting(help = SEED, byDefault = "0", min = 0, max = MOST_SEED)
        long seed,

        @Setting(
                help = "How wide hills and hollows are: their standard deviation",
                byDefault = "1.2",
                above = 0,
                max = MOST)
        double width)
        implements ValueGenerator {

    private static final List<Point> HILLS = List.of(new Point(-4, 2.5), new Point(0, -2.5), new Point(4, 2.5));
    private static final List<Point> HOLLOWS = List.of(new Point(-4, -2.5), new Point(0, 2.5), new Point(4, -2.5));

    public GaussSurface {
        Settings.require(GaussSurface.class, examples, noise, seed, width);
    }

    @Override
    public List<Interval> inputs() {
        return List.of(new Interval(-6, 6), new Interval(-6, 6));
    }

    @Override
    public double value(double... point) {
        return bells(HILLS, point) - bells(HOLLOWS, point);
    }

    private double bells(List<Point> centers, double... point) {
        double sum = 0;
        for (var center : centers) {
            double x = (point[0] - center.x()) / width;
            double y = (point[1] - center.y()) / width;
            sum += StrictMath.exp(-(x * x + y * y) / 2);
        }
        return sum;
    }
}
