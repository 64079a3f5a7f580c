package io.chainrule.learning.evaluation;

import io.chainrule.learning.training.Specs;
import io.chainrule.learning.training.TrainingRun;

/// A process that computes the probabilities of ten classes over as many points as a grid may have, and holds them all.
final class LargestGrid {

    static final int CLASSES = 10;
    static final GridSpec SPEC = GridSpec.of("512").withAllProbabilities();

    private LargestGrid() {}

    public static void main(String[] arguments) {
        var run = TrainingRun.of(Specs.linear().epochs(20).build(), Specs.clouds(200, 2, CLASSES));
        while (!run.isFinished()) {
            run.next();
        }
        if (DecisionBoundary.of(run.result(), SPEC).surface() instanceof Surface.Regions regions) {
            var grids = regions.probabilities();
            System.out.printf("%d x %d x %d%n", grids.getFirst().length, grids.getFirst()[0].length, grids.size());
        }
    }
}
