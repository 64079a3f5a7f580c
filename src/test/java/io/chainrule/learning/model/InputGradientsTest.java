package io.chainrule.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.MissingValues;
import io.chainrule.learning.training.Specs;
import io.chainrule.learning.training.TrainingRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputGradientsTest {

    @ParameterizedTest
    @CsvSource({
        "penguins, species, true, MLP",
        "penguins, species, true, LINEAR",
        "penguins, body_mass_g, true, MLP",
        "penguins, bill_depth_mm, true, LINEAR",
        "four-sections, label, false, MLP",
    })
    void gradientsAgreeWithCentralDifferences(String sample, String target, boolean standardize, Kind kind) {
        var dataset = Specs.sample(sample, target);
        var model = trained(dataset, standardize, kind);
        var rows = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> row(dataset, model, i * 7 % dataset.examples()))
                .toList();
        var encoded = model.encoding().encode(rows);
        var outputs = model.outputs(encoded);
        var gradients = InputGradients.of(model, encoded, outputs.labels());

        assertThat(gradients.keySet())
                .containsExactlyElementsOf(model.features().stream()
                        .filter(FeatureProfile.Numbers.class::isInstance)
                        .map(FeatureProfile::name)
                        .toList());
        gradients.forEach((feature, slopes) -> {
            assertThat(slopes).hasSize(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                double range = range(model, feature);
                double step = 1e-4 * range;
                double above = prediction(model, moved(rows.get(i), feature, step), outputs.labels()[i]);
                double below = prediction(model, moved(rows.get(i), feature, -step), outputs.labels()[i]);
                double slope = (above - below) / (2 * step);
                assertThat(slopes[i] * range)
                        .isCloseTo(slope * range, within(1e-6 * Math.max(1, Math.abs(slope * range))));
            }
        });
    }

    enum Kind {
        LINEAR,
        MLP
    }

    private static Model trained(Dataset dataset, boolean standardize, Kind kind) {
        var specs = switch (kind) {
            case LINEAR -> Specs.linear();
            case MLP -> Specs.linear().model(new ModelSpec.Mlp(List.of(6), Activation.TANH));
        };
        specs.missing(MissingValues.MEAN).sgd(standardize ? 0.05 : 0.1).epochs(40);
        var run = TrainingRun.of((standardize ? specs.standardize() : specs).build(), dataset);
        Specs.train(run);
        return run.model();
    }

    private static double prediction(Model model, Map<String, @Nullable Object> row, int label) {
        return model.outputs(model.encoding().encode(List.of(row))).prediction(0, label);
    }

    private static Map<String, @Nullable Object> row(Dataset dataset, Model model, int row) {
        var values = new HashMap<String, @Nullable Object>();
        for (var feature : model.features()) {
            var value = dataset.column(feature.name()).value(row);
            values.put(
                    feature.name(), value == null && feature instanceof FeatureProfile.Numbers n ? n.median() : value);
        }
        return values;
    }

    private static double range(Model model, String feature) {
        return model.features().stream()
                .filter(profile -> profile.name().equals(feature))
                .map(FeatureProfile.Numbers.class::cast)
                .mapToDouble(numbers -> numbers.max() - numbers.min())
                .sum();
    }

    private static double number(Map<String, @Nullable Object> row, String feature) {
        return (Double) Objects.requireNonNull(row.get(feature));
    }

    private static Map<String, @Nullable Object> moved(Map<String, @Nullable Object> row, String feature, double step) {
        var moved = new HashMap<>(row);
        moved.put(feature, number(row, feature) + step);
        return moved;
    }
}
