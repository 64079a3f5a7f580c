package io.chainrule.service.web;

import io.chainrule.learning.evaluation.Axis;
import io.chainrule.learning.evaluation.Border;
import io.chainrule.learning.evaluation.Contour;
import io.chainrule.learning.evaluation.DecisionBoundary;
import io.chainrule.learning.evaluation.Surface;
import io.chainrule.service.drawing.chart.Levels;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Predictions over a grid; row 0 has the smallest y.
///
/// @param fixed the values of the features that are no axis
/// @param label position of the winning class in `classes`
/// @param probability of the winning class
/// @param probabilities a grid for each class, if asked for
/// @param output which of several targets
/// @param value what a regression predicts
/// @param contours the borders between classes, or lines of equal value
@SuppressWarnings("ArrayRecordComponent") // grids on their way out: nobody compares them
record BoundaryView(
        @Nullable String job,
        @Nullable String model,
        int epoch,
        AxisView x,
        AxisView y,
        Map<String, Object> fixed,
        @Nullable List<String> classes,
        int @Nullable [][] label,
        double @Nullable [][] probability,
        @Nullable Map<String, double[][]> probabilities,
        @Nullable String output,
        double @Nullable [][] value,
        List<ContourView> contours) {

    static BoundaryView ofJob(String job, int epoch, DecisionBoundary boundary) {
        return of(job, null, epoch, boundary);
    }

    static BoundaryView ofModel(String model, int epoch, DecisionBoundary boundary) {
        return of(null, model, epoch, boundary);
    }

    private static BoundaryView of(@Nullable String job, @Nullable String model, int epoch, DecisionBoundary boundary) {
        var x = AxisView.of(boundary.x());
        var y = AxisView.of(boundary.y());
        var fixed = boundary.fixed();
        return switch (boundary.surface()) {
            case Surface.Regions regions ->
                new BoundaryView(
                        job,
                        model,
                        epoch,
                        x,
                        y,
                        fixed,
                        regions.classes(),
                        regions.label(),
                        regions.probability(),
                        byClass(regions),
                        null,
                        null,
                        regions.borders().stream().map(ContourView::of).toList());
            case Surface.Heights heights ->
                new BoundaryView(
                        job,
                        model,
                        epoch,
                        x,
                        y,
                        fixed,
                        null,
                        null,
                        null,
                        null,
                        boundary.output(),
                        heights.value(),
                        levels(boundary, heights));
        };
    }

    private static List<ContourView> levels(DecisionBoundary boundary, Surface.Heights heights) {
        return Arrays.stream(Levels.of(heights.value()))
                .mapToObj(level -> ContourView.of(level, boundary, Contour.lines(heights.value(), level)))
                .toList();
    }

    private static @Nullable Map<String, double[][]> byClass(Surface.Regions regions) {
        if (regions.probabilities().isEmpty()) {
            return null;
        }
        var grids = new LinkedHashMap<String, double[][]>();
        for (int label = 0; label < regions.classes().size(); label++) {
            grids.put(regions.classes().get(label), regions.probabilities().get(label));
        }
        return grids;
    }

    record AxisView(String feature, double min, double max, int count) {

        static AxisView of(Axis axis) {
            return new AxisView(axis.feature(), axis.min(), axis.max(), axis.count());
        }
    }

    /// @param between two classes, equally likely on the lines
    /// @param level what a regression predicts on the lines
    /// @param lines points as x and y; a ring ends where it begins
    record ContourView(
            @Nullable List<String> between, @Nullable Double level, List<double[][]> lines) {

        static ContourView of(Border border) {
            return new ContourView(border.between(), null, border.lines());
        }

        static ContourView of(double level, DecisionBoundary boundary, List<Contour.Polyline> lines) {
            return new ContourView(
                    null,
                    level,
                    lines.stream().map(line -> points(boundary, line)).toList());
        }

        private static double[][] points(DecisionBoundary boundary, Contour.Polyline line) {
            var points = new double[line.points()][];
            for (int i = 0; i < points.length; i++) {
                points[i] = new double[] {at(boundary.x(), line.x(i)), at(boundary.y(), line.y(i))};
            }
            return points;
        }

        private static double at(Axis axis, double index) {
            return axis.min() + index * (axis.max() - axis.min()) / (axis.count() - 1);
        }
    }
}
