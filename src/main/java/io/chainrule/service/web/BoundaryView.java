package io.chainrule.service.web;

import io.chainrule.learning.evaluation.Axis;
import io.chainrule.learning.evaluation.DecisionBoundary;
import io.chainrule.learning.evaluation.Surface;
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
/// @param value what a regression predicts
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
        double @Nullable [][] value) {

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
                        null);
            case Surface.Heights heights ->
                new BoundaryView(job, model, epoch, x, y, fixed, null, null, null, null, heights.value());
        };
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
}
