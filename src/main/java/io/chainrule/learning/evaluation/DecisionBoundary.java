package io.chainrule.learning.evaluation;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.model.Model;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What a model predicts over a plane of two of its features, the others being fixed.
///
/// @param fixed a `Double` or a category for each other feature
/// @param output which of several targets; null if there is but one
public record DecisionBoundary(
        Axis x,
        Axis y,
        SequencedMap<String, Object> fixed,
        Surface surface,
        @Nullable String output) {

    /// Predicts at every point of a grid of usual size.
    public static DecisionBoundary of(Model model, GridSpec spec) {
        return of(model, spec, GridLimits.standard());
    }

    /// Predicts at every point of the grid.
    ///
    /// @throws io.chainrule.learning.specification.InvalidSpecException if the model has no such plane
    /// @throws io.chainrule.learning.specification.BudgetExceededException if the grid would hold too many numbers
    public static DecisionBoundary of(Model model, GridSpec spec, GridLimits limits) {
        limits.require(spec, model.classes().size());
        var plane = Plane.of(model, spec);
        var predictor = model.predictor(plane.x().count());
        var points = plane.points();
        int rows = plane.y().count();
        int output = spec.output() == null ? 0 : model.output(spec.output());
        var surface = switch (model.task()) {
            case CLASSIFICATION ->
                new Surface.Regions(
                        model.classes(),
                        plane.x(),
                        plane.y(),
                        row -> predictor.of(points.row(row)),
                        spec.probabilities() == GridSpec.Probabilities.ALL);
            case REGRESSION -> new Surface.Heights(rows, output, row -> predictor.of(points.row(row)));
        };
        var name = model.targets().size() > 1 ? model.targets().get(output) : null;
        return new DecisionBoundary(plane.x(), plane.y(), plane.fixed(), surface, name);
    }

    /// These examples of the model's targets, for what is predicted here.
    public Dataset examples(Dataset dataset) {
        return output == null ? dataset : dataset.withTarget(output, Task.REGRESSION);
    }
}
