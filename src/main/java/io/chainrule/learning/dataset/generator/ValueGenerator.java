package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.dataset.Column;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.dataset.Table;
import io.chainrule.learning.dataset.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A value for every point of an interval (`y` of `x`) or of a rectangle (`z` of `x` and `y`).
public sealed interface ValueGenerator extends GeneratorSpec permits Line, Sine, Plane, GaussSurface {

    List<String> NAMES = List.of("x", "y", "z");

    /// Where the points come from: the intervals of the inputs.
    List<Interval> inputs();

    /// The value at a point, before noise is added.
    double value(double... point);

    @Override
    default Dataset generate(String name) {
        var intervals = new LinkedHashMap<String, Interval>();
        for (var input : inputs()) {
            intervals.put(NAMES.get(intervals.size()), input);
        }
        var inputs = draw(intervals, examples(), seed());
        var columns = List.copyOf(inputs.values());
        var noises = RandomStream.of(seed(), "generator noise");
        var values = new double[examples()];
        for (int row = 0; row < values.length; row++) {
            values[row] = value(point(columns, row)) + noise() * noises.nextNormal() + 0.0; // no -0
        }
        return dataset(name, inputs, new NumberColumn(NAMES.get(columns.size()), values), Task.REGRESSION);
    }

    private static double[] point(List<double[]> columns, int row) {
        return columns.stream().mapToDouble(column -> column[row]).toArray();
    }

    /// Points, uniform over the intervals, one column an input.
    static SequencedMap<String, double[]> draw(SequencedMap<String, Interval> intervals, int count, long seed) {
        var positions = RandomStream.of(seed, "generator position");
        var inputs = List.copyOf(intervals.values());
        var points = new double[inputs.size()][count];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < points.length; i++) {
                points[i][row] = inputs.get(i).draw(positions);
            }
        }
        var columns = new LinkedHashMap<String, double[]>();
        intervals.keySet().forEach(name -> columns.put(name, points[columns.size()]));
        return columns;
    }

    static Dataset dataset(String name, SequencedMap<String, double[]> inputs, Column target, Task task) {
        var columns = new ArrayList<Column>();
        inputs.forEach((input, values) -> columns.add(new NumberColumn(input, values)));
        columns.add(target);
        return new Dataset(name, new Table(columns), target.name(), task);
    }
}
