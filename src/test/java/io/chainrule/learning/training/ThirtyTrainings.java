package io.chainrule.learning.training;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.Arrays;
import java.util.List;

/// What estimates are held against: five models on a small, a middle and a large dataset, over all examples at once and
/// in minibatches.
public final class ThirtyTrainings {

    private static final List<Integer[]> HIDDEN =
            List.of(new Integer[][] {{}, {16}, {64, 64}, {256, 128}, {8, 8, 8, 8}});

    private ThirtyTrainings() {}

    /// @param name model, examples, and how they are gone through
    public record Training(String name, TrainingSpec spec, Dataset examples) {

        @Override
        public String toString() {
            return name;
        }
    }

    public static List<Training> all() {
        var datasets = List.of(Specs.clouds(100, 2, 2), Specs.clouds(5_000, 20, 3), Specs.clouds(20_000, 10, 10));
        return HIDDEN.stream()
                .flatMap(hidden -> datasets.stream().flatMap(examples -> {
                    var name = "%s on %d".formatted(Arrays.toString(hidden), examples.examples());
                    return List.of(
                            new Training(name + ", full batch", fullBatch(hidden), examples),
                            new Training(name + ", minibatches", minibatches(hidden), examples))
                            .stream();
                }))
                .toList();
    }

    private static TrainingSpec fullBatch(Integer... hidden) {
        return model(hidden).epochs(20).build();
    }

    private static TrainingSpec minibatches(Integer... hidden) {
        var momentum = new OptimizerSpec.Sgd(0.01, 0.9, false);
        return model(hidden)
                .epochs(3)
                .batchSize(50)
                .optimizer(momentum)
                .validation(0.2)
                .build();
    }

    private static Specs model(Integer... hidden) {
        return hidden.length == 0 ? Specs.linear() : Specs.mlp(hidden);
    }
}
