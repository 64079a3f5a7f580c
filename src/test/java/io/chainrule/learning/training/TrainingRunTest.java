package io.chainrule.learning.training;

import static io.chainrule.learning.training.Metric.GRADIENT_NORM;
import static io.chainrule.learning.training.Metric.LEARNING_RATE;
import static io.chainrule.learning.training.Metric.TRAIN_ACCURACY;
import static io.chainrule.learning.training.Metric.TRAIN_LOSS;
import static io.chainrule.learning.training.Metric.TRAIN_RMSE;
import static io.chainrule.learning.training.Metric.VALIDATION_ACCURACY;
import static io.chainrule.learning.training.Metric.VALIDATION_LOSS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.model.Initialization;
import io.chainrule.learning.model.Initialization.Weights;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.LinkedHashMap;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingRunTest {

    private static final Offset<Double> EXACTLY = within(1e-15);

    /// y is 1, 3.5, 4 at x = 0, 1, 2; with w = b = 0 the errors are −1, −3.5, −4 and the mean loss is 29.25/3.
    /// Its gradient by w is 2·(−3.5 − 8)/3 = −23/3, by b 2·(−8.5)/3 = −17/3.
    @Test
    void firstStepOfALinearRegressionIsAsByHand() {
        var run = TrainingRun.of(fromZero().sgd(0.03).epochs(1).build(), line());
        var epoch = run.next();

        double w = 0.03 * 23 / 3;
        double b = 0.03 * 17 / 3;
        assertThat(run.model().parameters().tensor("layers.0.weights").values()[0])
                .isCloseTo(w, EXACTLY);
        assertThat(run.model().parameters().tensor("layers.0.biases").values()[0])
                .isCloseTo(b, EXACTLY);
        double loss = ((b - 1) * (b - 1) + (w + b - 3.5) * (w + b - 3.5) + (2 * w + b - 4) * (2 * w + b - 4)) / 3;
        assertThat(epoch.number()).isEqualTo(1);
        assertThat(epoch.value(TRAIN_LOSS)).isCloseTo(loss, within(1e-14));
        assertThat(epoch.value(TRAIN_RMSE)).isCloseTo(Math.sqrt(loss), within(1e-14));
        assertThat(epoch.value(GRADIENT_NORM)).isCloseTo(Math.sqrt(23 * 23 + 17 * 17) / 3, within(1e-14));
        assertThat(epoch.value(LEARNING_RATE)).isEqualTo(0.03);
        assertThat(run.isFinished()).isTrue();
        assertThatThrownBy(run::next).isInstanceOf(IllegalStateException.class);
    }

    static List<OptimizerSpec.FirstOrder> adaptive() {
        return List.of(
                new OptimizerSpec.Adagrad(0.5, 1e-8),
                new OptimizerSpec.Rmsprop(0.02, 0.9, 1e-8),
                new OptimizerSpec.Adam(0.1, 0.9, 0.999, 1e-8),
                new OptimizerSpec.AdamW(0.1, 0.9, 0.999, 1e-8, 0.01));
    }

    @ParameterizedTest
    @MethodSource("adaptive")
    void adaptiveOptimizersSeparateTwoClouds(OptimizerSpec.FirstOrder optimizer) {
        for (int batchSize : new int[] {32, 100}) {
            var run = TrainingRun.of(
                    Specs.linear()
                            .optimizer(optimizer)
                            .epochs(300)
                            .batchSize(batchSize)
                            .build(),
                    Specs.sample("two-clouds", "label"));
            var accuracies = Specs.train(run).column(TRAIN_ACCURACY);
            assertThat(accuracies[accuracies.length - 1]).isEqualTo(1);
        }
    }

    /// Batches (0, 1) and (2) in order. First: gradient by w 2·(−3.5)/2 = −3.5, by b 2·(−4.5)/2 = −4.5, so w = 0.35 and
    /// b = 0.45. Second: error 2w + b − 4 = −2.85, gradient by w 2·2·(−2.85) = −11.4, by b −5.7.
    @Test
    void lastBatchMayBeShorterAndTakesTheMeanOfItsOwn() {
        var run = TrainingRun.of(
                fromZero().sgd(0.1).epochs(1).batchSize(2).shuffle(false).build(), line());

        assertThat(run.step()).isEmpty();
        assertThat(run.model().parameters().arrays()[0][0]).isCloseTo(0.35, EXACTLY);
        assertThat(run.step()).isEmpty();
        assertThat(run.model().parameters().arrays()[0][0]).isCloseTo(1.49, EXACTLY);
        assertThat(run.model().parameters().arrays()[1][0]).isCloseTo(1.02, EXACTLY);
        assertThat(run.step()).isPresent().hasValueSatisfying(epoch -> {
            double loss = (0.02 * 0.02 + 0.99 * 0.99 + 0) / 3;
            assertThat(epoch.value(TRAIN_LOSS)).isCloseTo(loss, within(1e-14));
            assertThat(epoch.value(GRADIENT_NORM)).isCloseTo(5.7 * Math.sqrt(5), within(1e-13));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 60, 99, 100, 1000})
    void sameSpecificationGivesTheSameBits(int batchSize) {
        var dataset = Specs.clouds(100, 3, 3);
        var spec = Specs.mlp(8, 5)
                .optimizer(new OptimizerSpec.Sgd(0.05, 0.9, true))
                .epochs(5)
                .batchSize(batchSize)
                .seed(9)
                .build();

        var first = TrainingRun.of(spec, dataset);
        var second = TrainingRun.of(first.spec(), dataset);
        var history = Specs.train(first);
        var again = Specs.train(second);

        assertThat(second.model().parameters().hash())
                .isEqualTo(first.model().parameters().hash());
        for (var metric : history.metrics()) {
            assertThat(again.column(metric)).containsExactly(history.column(metric));
        }
    }

    @Test
    void seedChangesTheResult() {
        var dataset = Specs.clouds(100, 3, 3);
        assertThat(hash(Specs.linear().seed(1).epochs(3).build(), dataset))
                .isNotEqualTo(hash(Specs.linear().seed(2).epochs(3).build(), dataset));
    }

    @Test
    void batchOfAllExamplesIsTheFullBatch() {
        var dataset = Specs.clouds(100, 3, 3);
        assertThat(hash(Specs.mlp(4).epochs(3).batchSize(100).build(), dataset))
                .isEqualTo(hash(Specs.mlp(4).epochs(3).build(), dataset));
    }

    @Test
    void shufflingChangesTheOrderButNotTheQuality() {
        var dataset = Specs.clouds(600, 3, 3);
        var inOrder = Specs.linear().epochs(20).batchSize(32).shuffle(false).build();
        var shuffled = Specs.linear().epochs(20).batchSize(32).build();

        assertThat(hash(shuffled, dataset)).isNotEqualTo(hash(inOrder, dataset));
        assertThat(last(shuffled, dataset).value(TRAIN_LOSS))
                .isCloseTo(last(inOrder, dataset).value(TRAIN_LOSS), within(0.01));
    }

    /// 700 examples are three blocks of measuring; the model's own outputs say the same.
    @Test
    void epochMeasuresTheModelAsItIsAfterTheLastStep() {
        var dataset = Specs.clouds(700, 3, 3);
        var preparation = Preparation.of(
                Specs.mlp(6).epochs(4).batchSize(50).validation(0.4).build(), dataset);
        var run = preparation.run();
        var last = Specs.train(run).last();

        assertMeasured(run, preparation.training(), last.value(TRAIN_LOSS), last.value(TRAIN_ACCURACY));
        assertMeasured(run, preparation.validation(), last.value(VALIDATION_LOSS), last.value(VALIDATION_ACCURACY));
        assertThat(preparation.training().count()).isEqualTo(420);
        assertThat(preparation.validation().count()).isEqualTo(280);
    }

    @Test
    void historyHasOnlyColumnsThatWereMeasured() {
        assertThat(TrainingRun.of(fromZero().build(), line()).metrics())
                .containsExactly(TRAIN_LOSS, TRAIN_RMSE, LEARNING_RATE, GRADIENT_NORM);
        assertThat(TrainingRun.of(Specs.linear().validation(0.5).build(), Specs.clouds(10, 2, 2))
                        .metrics())
                .containsExactly(
                        TRAIN_LOSS, TRAIN_ACCURACY, VALIDATION_LOSS, VALIDATION_ACCURACY, LEARNING_RATE, GRADIENT_NORM);
    }

    @Test
    void laterStepsDoNotChangeAModel() {
        var run = TrainingRun.of(fromZero().sgd(0.01).build(), line());
        run.next();
        var model = run.model();
        var before = model.parameters().hash();
        run.next();

        assertThat(model.parameters().hash()).isEqualTo(before);
    }

    @Test
    void divergingLossEndsTheRunWithTheEpochAndAFix() {
        var run = TrainingRun.of(fromZero().sgd(5).epochs(1000).build(), line());

        assertThatThrownBy(() -> Specs.train(run)).isInstanceOfSatisfying(DivergedException.class, diverged -> {
            assertThat(diverged.epoch()).isEqualTo(run.epoch()).isGreaterThan(10);
            assertThat(diverged.value()).isNotFinite();
            assertThat(diverged.fix()).contains("learning rate of 0.5").contains("\"standardize\": true");
        });
    }

    @Test
    void standardizedFeaturesHaveMeanZeroAndVarianceOneAndPredictInRawUnits() {
        var columns = new LinkedHashMap<String, List<Object>>();
        columns.put("constant", List.of(7, 7, 7, 7));
        columns.put("x", List.of(1000, 2000, 3000, 4000));
        columns.put("y", List.of(1.5, 2.5, 3.5, 4.5));
        var dataset = Specs.dataset(columns);
        var preparation = Preparation.of(
                Specs.linear().sgd(0.1).epochs(2000).standardize().build(), dataset);

        var features = preparation.training().features();
        double deviation = Math.sqrt(1_250_000);
        assertThat(features.values())
                .containsExactly(
                        new double[] {0, -1500 / deviation, 0, -500 / deviation, 0, 500 / deviation, 0, 1500 / deviation
                        },
                        within(1e-15));
        var run = preparation.run();
        Specs.train(run);
        var rows = run.model().encoding().encode(dataset.table(), new int[] {0, 3});
        assertThat(run.model().outputs(rows).column(0)).containsExactly(new double[] {1.5, 4.5}, within(1e-9));
    }

    private static void assertMeasured(TrainingRun run, Examples examples, double loss, double accuracy) {
        var outputs = run.model().outputs(examples.features());
        var labels = outputs.labels();
        double sum = 0;
        int hits = 0;
        for (int row = 0; row < examples.count(); row++) {
            for (int k = 0; k < outputs.predictions().columns(); k++) {
                if (examples.targets().at(row, k) == 1) {
                    sum -= StrictMath.log(outputs.prediction(row, k));
                    hits += labels[row] == k ? 1 : 0;
                }
            }
        }
        assertThat(loss).isCloseTo(sum / examples.count(), within(1e-12));
        assertThat(accuracy).isEqualTo((double) hits / examples.count());
    }

    private static String hash(TrainingSpec spec, Dataset dataset) {
        var run = TrainingRun.of(spec, dataset);
        Specs.train(run);
        return run.model().parameters().hash();
    }

    private static Epoch last(TrainingSpec spec, Dataset dataset) {
        return Specs.train(TrainingRun.of(spec, dataset)).last();
    }

    private static Specs fromZero() {
        return Specs.linear().initialization(Initialization.of(Weights.ZEROS));
    }

    private static Dataset line() {
        var columns = new LinkedHashMap<String, List<Object>>();
        columns.put("x", List.of(0, 1, 2));
        columns.put("y", List.of(1, 3.5, 4));
        return Specs.dataset(columns);
    }
}
