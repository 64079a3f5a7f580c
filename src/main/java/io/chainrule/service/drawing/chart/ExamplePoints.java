package io.chainrule.service.drawing.chart;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Examples as points over two of their columns; those that miss one of them are left out.
///
/// @param target what tells them apart; empty without examples
/// @param classes empty for a regression
public record ExamplePoints(String xName, String yName, String target, List<String> classes, List<Point> points) {

    /// @param label position in the classes, −1 without
    /// @param value the target of a regression
    record Point(double x, double y, int label, double value, boolean isHeldBack) {}

    /// Of more examples, evenly many are left out: a picture with more points shows nothing but ink.
    static final int MOST = 3000;

    public ExamplePoints {
        classes = List.copyOf(classes);
        points = List.copyOf(points);
    }

    /// No examples.
    public static ExamplePoints none(String xName, String yName) {
        return new ExamplePoints(xName, yName, "", List.of(), List.of());
    }

    /// All examples of a dataset.
    public static ExamplePoints of(Dataset dataset, String xName, String yName) {
        return of(dataset, Split.none(dataset.table().allRows()), xName, yName);
    }

    /// The examples that were trained on, and those held back.
    ///
    /// @param dataset with the target that was learned
    public static ExamplePoints of(Dataset dataset, Split split, String xName, String yName) {
        var points = new ArrayList<Point>();
        if (dataset.column(xName) instanceof NumberColumn x && dataset.column(yName) instanceof NumberColumn y) {
            add(dataset, split.training(), x, y, false, points);
            add(dataset, split.validation(), x, y, true, points);
        } else {
            throw new IllegalArgumentException("Points need columns of numbers, unlike " + xName + " and " + yName);
        }
        return new ExamplePoints(xName, yName, dataset.target(), dataset.classes(), points);
    }

    private static void add(
            Dataset dataset, int[] rows, NumberColumn x, NumberColumn y, boolean isHeldBack, List<Point> points) {
        for (int row : rows) {
            if (!x.isMissing(row)
                    && !y.isMissing(row)
                    && !dataset.targetColumn().isMissing(row)) {
                int label = dataset.targetColumn() instanceof CategoryColumn labels ? labels.code(row) : -1;
                double value = dataset.targetColumn() instanceof NumberColumn numbers ? numbers.at(row) : Double.NaN;
                points.add(new Point(x.at(row), y.at(row), label, value, isHeldBack));
            }
        }
    }

    boolean hasHeldBack() {
        return points.stream().anyMatch(Point::isHeldBack);
    }

    /// As many as a picture can show.
    List<Point> drawn() {
        long step = (points.size() + MOST - 1L) / MOST;
        return step < 2
                ? points
                : IntStream.range(0, points.size())
                        .filter(i -> i % step == 0)
                        .mapToObj(points::get)
                        .toList();
    }

    /// How many are drawn, and of how many.
    public String count() {
        int drawn = drawn().size();
        return drawn < points.size()
                ? "%,d of %,d examples".formatted(drawn, points.size())
                : "%,d %s".formatted(drawn, drawn == 1 ? "example" : "examples");
    }

    /// What a picture says about them.
    String description() {
        return points.isEmpty() ? "" : count() + (points.size() == 1 ? " is drawn." : " are drawn.");
    }
}
