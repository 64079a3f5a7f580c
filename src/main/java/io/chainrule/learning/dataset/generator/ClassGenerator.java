package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.dataset.Table;
import io.chainrule.learning.dataset.Task;
import java.util.List;
import java.util.stream.IntStream;

/// Points `x`, `y` of the plane, each with the `label` of its class. Classes take turns, so that no two differ by more
/// than one example.
public sealed interface ClassGenerator extends GeneratorSpec
        permits Moons, Circles, Blobs, Xor, Spiral, Gaussians, Checkerboard {

    /// The labels, sorted.
    List<String> labels();

    /// Where the example of this row stands, before noise is added.
    ///
    /// @param label which of the labels it has: the row modulo their number
    Point point(int row, int label, RandomStream random);

    @Override
    default Dataset generate(String name) {
        var positions = RandomStream.of(seed(), "generator position");
        var noises = RandomStream.of(seed(), "generator noise");
        var labels = labels();
        var x = new double[examples()];
        var y = new double[examples()];
        var codes = new int[examples()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = row % labels.size();
            var point = point(row, codes[row], positions);
            x[row] = point.x() + noise() * noises.nextNormal() + 0.0; // no -0
            y[row] = point.y() + noise() * noises.nextNormal() + 0.0;
        }
        var table = new Table(List.of(
                new NumberColumn("x", x), new NumberColumn("y", y), new CategoryColumn("label", labels, codes)));
        return new Dataset(name, table, "label", Task.CLASSIFICATION);
    }

    /// `a`, `b`, `c` and so on.
    static List<String> letters(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Character.toString('a' + i))
                .toList();
    }
}
