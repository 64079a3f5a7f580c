package io.chainrule.learning.evaluation;

import io.chainrule.learning.dataset.FeatureEncoding;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.Table;
import io.chainrule.learning.model.Model;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a model of one number feature predicts of one target along it, and the examples around this line.
public final class FitCurve {

    private static final int POINTS = 401;
    private static final double MARGIN = 0.05;

    private final String feature;
    private final String target;
    private final double[][] line;
    private final double[][] data;

    private FitCurve(String feature, String target, double[][] line, double[][] data) {
        this.feature = feature;
        this.target = target;
        this.line = line;
        this.data = data;
    }

    /// Empty if the model has other or more features, or if no example has a value of it.
    public static Optional<FitCurve> of(Model model, KnownExamples examples, Outcomes.Output output) {
        var features = model.encoding().features();
        if (features.size() != 1
                || !(features.getFirst() instanceof FeatureEncoding.Numeric feature)
                || !(examples.dataset().column(feature.name()) instanceof NumberColumn column)) {
            return Optional.empty();
        }
        var rows = examples.rows(0, examples.count());
        var present = IntStream.range(0, rows.length)
                .filter(i -> !column.isMissing(rows[i]))
                .toArray();
        if (present.length == 0) {
            return Optional.empty();
        }
        var data = new double[][] {
            IntStream.of(present).mapToDouble(i -> column.at(rows[i])).toArray(),
            IntStream.of(present).mapToDouble(output::truth).toArray(),
            IntStream.of(present).mapToDouble(output::predicted).toArray()
        };
        var line = line(model, feature.name(), output.target(), data[0]);
        return Optional.of(new FitCurve(feature.name(), output.target(), line, data));
    }

    private static double[][] line(Model model, String feature, String target, double[] x) {
        double least = IntStream.range(0, x.length).mapToDouble(i -> x[i]).min().orElseThrow();
        double greatest =
                IntStream.range(0, x.length).mapToDouble(i -> x[i]).max().orElseThrow();
        double margin = greatest > least ? MARGIN * (greatest - least) : 1;
        var axis = new Axis(feature, least - margin, greatest + margin, POINTS);
        var points = IntStream.range(0, POINTS).mapToDouble(axis::at).toArray();
        var table = new Table(List.of(new NumberColumn(feature, points)));
        var outputs = model.outputs(model.encoding().encode(table, table.allRows()));
        return new double[][] {points, outputs.column(model.output(target))};
    }

    public String feature() {
        return feature;
    }

    public String target() {
        return target;
    }

    /// The feature along the line.
    public double[] x() {
        return line[0].clone();
    }

    /// What the model predicts there.
    public double[] y() {
        return line[1].clone();
    }

    /// How many examples there are.
    public int examples() {
        return data[0].length;
    }

    /// An example's feature.
    public double dataX(int example) {
        return data[0][example];
    }

    /// Its own value.
    public double dataY(int example) {
        return data[1][example];
    }

    /// What the model predicts for it.
    public double predicted(int example) {
        return data[2][example];
    }
}
