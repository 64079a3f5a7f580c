package io.chainrule.learning.training;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.MissingValues;
import io.chainrule.learning.model.LayerSpec;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Trains a little of everything and tells every bit of it: what each epoch measured and the hash of the parameters.
final class SeenBits {

    private static final List<LayerSpec> EVERY_LAYER = List.of(
            new LayerSpec.Dense(8),
            new LayerSpec.BatchNorm(0.1, 1e-5),
            new LayerSpec.Gelu(),
            new LayerSpec.Dropout(0.2),
            new LayerSpec.Dense(6),
            new LayerSpec.Selu(),
            new LayerSpec.Dense(6),
            new LayerSpec.Softplus(),
            new LayerSpec.Dense(6),
            new LayerSpec.Silu(),
            new LayerSpec.Dense(6),
            new LayerSpec.Tanh());

    private SeenBits() {}

    /// Prints a line a run, for a process of its own.
    static void main() {
        all().forEach((name, bits) -> System.out.println("bits of " + name + ": " + bits));
    }

    static SequencedMap<String, String> all() {
        var sections = Specs.sample("four-sections", "label");
        var penguins = Specs.sample("penguins", "species");
        var fit = NistProblem.named("Misra1a");
        var runs = new LinkedHashMap<String, String>();
        runs.put("linear", bits(Specs.linear().sgd(1).epochs(20).build(), sections));
        runs.put(
                "minibatches",
                bits(
                        Specs.mlp(16)
                                .optimizer(new OptimizerSpec.Adam(0.01, 0.9, 0.999, 1e-8))
                                .batchSize(7)
                                .validation(0.25)
                                .epochs(6)
                                .build(),
                        sections));
        runs.put(
                "layers",
                bits(
                        Specs.linear()
                                .model(new ModelSpec.Layers(EVERY_LAYER))
                                .batchSize(64)
                                .missing(MissingValues.MEAN)
                                .standardize()
                                .validation(0.2)
                                .epochs(3)
                                .build(),
                        penguins));
        runs.put(
                "wide",
                bits(
                        Specs.mlp(40)
                                .optimizer(new OptimizerSpec.Adam(0.01, 0.9, 0.999, 1e-8))
                                .batchSize(50)
                                .missing(MissingValues.MEAN)
                                .standardize()
                                .epochs(3)
                                .build(),
                        penguins));
        runs.put(
                "quasi-newton",
                bits(
                        Specs.mlp(5)
                                .optimizer(new OptimizerSpec.Lbfgs(10))
                                .regularization(new Regularization(0, 0.01, null, null))
                                .epochs(15)
                                .build(),
                        sections));
        runs.put("formula", bits(fit.fitFrom(NistProblem.Start.START1).build(), fit.dataset()));
        return runs;
    }

    private static String bits(TrainingSpec spec, Dataset dataset) {
        var run = TrainingRun.of(spec, dataset);
        var seen = new StringBuilder();
        while (!run.isFinished()) {
            var epoch = run.next();
            for (var metric : run.metrics()) {
                seen.append(Long.toHexString(Double.doubleToLongBits(epoch.value(metric))))
                        .append(' ');
            }
        }
        return seen.append(run.result().parameters().hash()).toString();
    }

    /// What a process printed.
    static Map<String, String> read(String output) {
        var runs = new LinkedHashMap<String, String>();
        output.lines().filter(line -> line.startsWith("bits of ")).forEach(line -> {
            var parts = line.substring("bits of ".length()).split(": ", 2);
            runs.put(parts[0], parts[1]);
        });
        return runs;
    }
}
