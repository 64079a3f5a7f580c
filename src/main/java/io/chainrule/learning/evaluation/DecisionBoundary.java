package io.chainrule.learning.evaluation;

import io.chainrule.learning.model.Model;
import java.util.SequencedMap;

/// What a model predicts over a plane of two of its features, the others being fixed.
///
/// @param fixed a `Double` or a category for each other feature
public record DecisionBoundary(Axis x, Axis y, SequencedMap<String, Object> fixed, Surface surface) {

    /// Predicts at every point of the grid.
    ///
    /// @throws io.chainrule.learning.specification.InvalidSpecException if the model has no such plane
    /// @throws io.chainrule.learning.specification.BudgetExceededException if the grid would hold too many numbers
    public static DecisionBoundary of(Model model, GridSpec spec) {
        spec.requireBounded(model.classes().size());
        var plane = Plane.of(model, spec);
        var predictor = model.predictor(plane.x().count());
        var points = plane.points();
        int rows = plane.y().count();
        var surface = switch (model.task()) {
            case CLASSIFICATION ->
                new Surface.Regions(
                        model.classes(),
                        plane.x(),
                        plane.y(),
                        row -> predictor.of(points.row(row)),
                        spec.probabilities() == GridSpec.Probabilities.ALL);
            case REGRESSION -> new Surface.Heights(rows, row -> predictor.of(points.row(row)));
        };
        return new DecisionBoundary(plane.x(), plane.y(), plane.fixed(), surface);
    }
}
