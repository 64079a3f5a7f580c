package io.chainrule.learning.training;

import static io.chainrule.learning.training.Metric.TRAIN_ACCURACY;
import static io.chainrule.learning.training.Metric.TRAIN_LOSS;
import static io.chainrule.learning.training.Metric.VALIDATION_ACCURACY;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.learning.dataset.MissingValues;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The two classification studies, and a dataset as it is found in the world.
class StudiesTest {

    @Test
    void straightLineSeparatesTwoClouds() {
        var dataset = Specs.sample("two-clouds", "label");
        var spec = Specs.linear().sgd(1).epochs(500).seed(42).build();

        var history = Specs.train(TrainingRun.of(spec, dataset));

        assertThat(history.size()).isEqualTo(500);
        assertThat(history.last().value(TRAIN_ACCURACY)).isEqualTo(1);
        assertFalling(history.column(TRAIN_LOSS));
    }

    @Test
    void straightLinesCannotSeparateFourSectionsButAHiddenLayerDoesBetter() {
        var dataset = Specs.sample("four-sections", "label");
        var linear = Specs.linear().sgd(1).epochs(500).seed(42).build();
        var mlp = Specs.mlp(16).sgd(0.3).epochs(500).seed(42).build();

        var ofLinear = Specs.train(TrainingRun.of(linear, dataset));
        var ofMlp = Specs.train(TrainingRun.of(mlp, dataset));

        assertThat(ofLinear.column(TRAIN_ACCURACY)).doesNotContain(1);
        assertThat(ofLinear.last().value(TRAIN_ACCURACY)).isBetween(0.8, 0.9);
        assertThat(ofMlp.last().value(TRAIN_ACCURACY)).isGreaterThanOrEqualTo(0.9);
        assertThat(ofMlp.last().value(TRAIN_LOSS)).isLessThan(ofLinear.last().value(TRAIN_LOSS));
    }

    @Test
    void penguinsAreToldApartByEverythingKnownAboutThem() {
        var dataset = Specs.sample("penguins", "species");
        var accuracies = new double[10];
        for (int seed = 0; seed < accuracies.length; seed++) {
            var run = TrainingRun.of(penguins().seed(seed).build(), dataset);
            accuracies[seed] = Specs.train(run).last().value(VALIDATION_ACCURACY);
            assertThat(run.spec().features()).hasSize(7).contains("island", "bill_length_mm", "sex", "year");
            assertThat(run.model().classes()).containsExactly("Adelie", "Chinstrap", "Gentoo");
        }
        Arrays.sort(accuracies);
        assertThat((accuracies[4] + accuracies[5]) / 2)
                .as(Arrays.toString(accuracies))
                .isGreaterThanOrEqualTo(0.98);
    }

    private static Specs penguins() {
        return Specs.linear()
                .sgd(0.5)
                .epochs(200)
                .missing(MissingValues.MEAN)
                .standardize()
                .validation(0.25);
    }

    private static void assertFalling(double[] loss) {
        for (int i = 1; i < loss.length; i++) {
            assertThat(loss[i]).isLessThan(loss[i - 1]);
        }
    }
}
