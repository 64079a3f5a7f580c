package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.model.Initialization;
import io.chainrule.learning.model.Initialization.Weights;
import io.chainrule.learning.model.LayerSpec;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.training.EarlyStopping.Watched;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// What a training specification may ask for beside model, loss and optimizer: one step of each by hand.
class TrainingOptionsTest {

    private static final Offset<Double> EXACTLY = within(1e-15);
    private static final Dataset CLOUDS = Specs.sample("two-clouds", "label");
    private static final Dataset SECTIONS = Specs.sample("four-sections", "label");

    /// y is 1, 3.5, 4 at x = 0, 1, 2.
    private static Dataset line() {
        var columns = new LinkedHashMap<String, List<Double>>();
        columns.put("x", List.of(0.0, 1.0, 2.0));
        columns.put("y", List.of(1.0, 3.5, 4.0));
        return Specs.dataset(columns);
    }

    private static Specs fromSeed() {
        return Specs.linear()
                .initialization(new Initialization(Weights.SMALL_NORMAL, 1))
                .seed(3);
    }

    private static double weight(TrainingRun run) {
        return run.model().parameters().tensor("layers.0.weights").values()[0];
    }

    private static double bias(TrainingRun run) {
        return run.model().parameters().tensor("layers.0.biases").values()[0];
    }

    /// The gradient by w is 2·mean(x·error) + l1·sign(w) + l2·w, that by b 2·mean(error).
    @Test
    void penaltiesPullAtWeightsButNotAtBiases() {
        var spec = fromSeed().sgd(0.1).epochs(1);
        double w = weight(TrainingRun.of(spec.build(), line()));
        var run = TrainingRun.of(
                spec.regularization(new Regularization(0.3, 0.7, null, null)).build(), line());
        var epoch = run.next();

        double slope = 2 * ((w - 3.5) + 2 * (2 * w - 4)) / 3;
        double stepped = w - 0.1 * (slope + 0.3 * Math.signum(w) + 0.7 * w);
        double b = -0.1 * 2 * (-1 + (w - 3.5) + (2 * w - 4)) / 3;
        assertThat(weight(run)).isCloseTo(stepped, within(1e-14));
        assertThat(bias(run)).isCloseTo(b, within(1e-14));
        double loss = (square(b - 1) + square(stepped + b - 3.5) + square(2 * stepped + b - 4)) / 3;
        assertThat(epoch.value(Metric.TRAIN_LOSS)).isCloseTo(loss, within(1e-14));
    }

    private static double square(double x) {
        return x * x;
    }

    /// From zero the gradient is (−23/3, −17/3), of length √818/3.
    @Test
    void longGradientIsShortenedToItsLimit() {
        var spec = Specs.linear()
                .initialization(new Initialization(Weights.ZEROS, 0.01))
                .sgd(0.1)
                .epochs(1)
                .regularization(new Regularization(0, 0, 0.5, null));
        var run = TrainingRun.of(spec.build(), line());
        var epoch = run.next();

        double length = Math.sqrt(23 * 23 + 17 * 17);
        assertThat(weight(run)).isCloseTo(0.1 * 0.5 * 23 / length, EXACTLY);
        assertThat(bias(run)).isCloseTo(0.1 * 0.5 * 17 / length, EXACTLY);
        assertThat(epoch.value(Metric.GRADIENT_NORM)).isCloseTo(length / 3, within(1e-14));
    }

    @Test
    void weightsIntoAUnitAreShortenedToTheirLimit() {
        var run = TrainingRun.of(
                Specs.mlp(4)
                        .sgd(0.5)
                        .epochs(20)
                        .regularization(new Regularization(0, 0, null, 0.6))
                        .build(),
                SECTIONS);
        while (!run.isFinished()) {
            run.next();
        }
        var weights = run.model().parameters().tensor("layers.0.weights");
        for (int unit = 0; unit < 4; unit++) {
            double length = Math.hypot(weights.values()[unit], weights.values()[4 + unit]);
            assertThat(length).isLessThanOrEqualTo(0.6 + 1e-15);
        }
    }

    /// Three examples of a, one of b: balanced, each a counts 2/3 and b counts 2. With all scores 0, every loss is
    /// log 2.
    @Test
    void classWeightsCountInTheLossAndItsGradient() {
        var columns = new LinkedHashMap<String, List<?>>();
        columns.put("x", List.of(0.0, 1.0, 2.0, 3.0));
        columns.put("label", List.of("a", "a", "a", "b"));
        var dataset = Specs.dataset(columns);
        var spec = Specs.linear()
                .initialization(new Initialization(Weights.ZEROS, 0.01))
                .sgd(1)
                .epochs(1)
                .classWeights(new ClassWeights.Balanced());
        var run = TrainingRun.of(spec.build(), dataset);
        run.next();
        // d loss/d score of a is (p − 1)·weight for a's examples and p·weight for b's, by the mean of 4
        var biases = run.model().parameters().tensor("layers.0.biases").values();
        assertThat(biases[0]).isCloseTo((3 * 0.5 * 2 / 3 - 0.5 * 2) / 4, EXACTLY);
        var weights = run.model().parameters().tensor("layers.0.weights").values();
        assertThat(weights[0]).isCloseTo(((0 + 1 + 2) * 0.5 * 2 / 3 - 3 * 0.5 * 2) / 4, EXACTLY);

        var byLabel = TrainingRun.of(
                spec.classWeights(new ClassWeights.ByLabel(Map.of("b", 3.0))).build(), dataset);
        byLabel.next();
        assertThat(byLabel.model().parameters().hash())
                .isEqualTo(run.model().parameters().hash());
        assertThatThrownBy(() -> TrainingRun.of(
                        spec.classWeights(new ClassWeights.ByLabel(Map.of("c", 3.0)))
                                .build(),
                        dataset))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("no class c");
    }

    @Test
    void minibatchesOfWeightedExamplesMeasureTheSameLossAsTheWholeSet() {
        var spec = Specs.linear()
                .sgd(1e-12)
                .epochs(1)
                .classWeights(new ClassWeights.ByLabel(Map.of("first", 5.0)))
                .validation(0.3);
        var whole = TrainingRun.of(spec.build(), SECTIONS).next();
        var parts = TrainingRun.of(spec.batchSize(3).build(), SECTIONS).next();
        for (var metric : List.of(Metric.TRAIN_LOSS, Metric.VALIDATION_LOSS)) {
            assertThat(parts.value(metric)).isCloseTo(whole.value(metric), within(1e-9));
        }
    }

    @Test
    void earlyStoppingRestoresTheBestEpoch() {
        var spec = Specs.mlp(30)
                .optimizer(new OptimizerSpec.Adam(0.05, 0.9, 0.999, 1e-8))
                .epochs(2000)
                .validation(0.4)
                .earlyStopping(new EarlyStopping(Watched.VALIDATION_LOSS, 15, 0, true));
        var run = TrainingRun.of(spec.build(), SECTIONS);
        var history = Specs.train(run);
        assertThat(run.ending()).contains(Ending.EARLY_STOPPING);

        var losses = history.column(Metric.VALIDATION_LOSS);
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            best = losses[i] < losses[best] ? i : best;
        }
        assertThat(losses.length).isEqualTo(best + 1 + 15);
        assertThat(run.restored().orElseThrow().number()).isEqualTo(best + 1);
        var again = TrainingRun.of(spec.epochs(best + 1).build(), SECTIONS);
        Specs.train(again);
        assertThat(run.result().parameters().hash())
                .isEqualTo(again.model().parameters().hash());
        assertThat(run.model().parameters().hash())
                .isNotEqualTo(run.result().parameters().hash());
    }

    @Test
    void earlyStoppingMayKeepTheLastEpoch() {
        var spec = Specs.mlp(30)
                .sgd(1)
                .epochs(300)
                .validation(0.4)
                .earlyStopping(new EarlyStopping(Watched.VALIDATION_ACCURACY, 5, 0.01, false));
        var run = TrainingRun.of(spec.build(), SECTIONS);
        Specs.train(run);
        assertThat(run.restored()).isEmpty();
        assertThat(run.result().parameters().hash())
                .isEqualTo(run.model().parameters().hash());
    }

    @Test
    void otherDatasetMayBeMeasuredOn() {
        var spec =
                Specs.linear().sgd(0.5).epochs(3).validationDataset("ds_other").build();
        var run = Preparation.of(spec, CLOUDS, CLOUDS).run();
        var epoch = run.next();
        assertThat(epoch.value(Metric.VALIDATION_LOSS)).isCloseTo(epoch.value(Metric.TRAIN_LOSS), within(1e-14));
        assertThat(epoch.value(Metric.VALIDATION_ACCURACY)).isEqualTo(epoch.value(Metric.TRAIN_ACCURACY));
        assertThatThrownBy(() -> Preparation.of(spec, CLOUDS, SECTIONS))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("none of those learned");
        assertThatThrownBy(() -> Preparation.of(spec, CLOUDS, line()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("no column x1");
    }

    @Test
    void quasiNewtonConvergesToTheOptimumOfARegularizedModel() {
        var spec = Specs.linear()
                .optimizer(new OptimizerSpec.Lbfgs(10))
                .epochs(1000)
                .regularization(new Regularization(0, 0.1, null, null));
        var run = TrainingRun.of(spec.build(), SECTIONS);
        var history = Specs.train(run);
        assertThat(run.ending()).contains(Ending.CONVERGED);
        assertThat(history.size()).isLessThan(200);
        assertThat(history.last().value(Metric.GRADIENT_NORM)).isLessThan(1e-9);
        assertThat(history.metrics()).doesNotContain(Metric.LEARNING_RATE);

        var slow = TrainingRun.of(spec.sgd(0.5).epochs(3000).build(), SECTIONS);
        assertThat(Specs.train(slow).last().value(Metric.TRAIN_LOSS))
                .isCloseTo(history.last().value(Metric.TRAIN_LOSS), within(1e-9));
    }

    @Test
    void whatDoesNotGoTogetherIsToldAtOnce() {
        var spec = Specs.linear()
                .model(new ModelSpec.Layers(List.of(new LayerSpec.Dropout(0.5))))
                .optimizer(new OptimizerSpec.Lbfgs(10))
                .schedule(new ScheduleSpec.Exponential(0.9))
                .batchSize(10)
                .loss(new LossSpec.BinaryCrossEntropy())
                .regularization(new Regularization(1, 0, 1.0, null))
                .earlyStopping(new EarlyStopping(Watched.VALIDATION_RMSE, 5, 0, true))
                .build();
        assertThatThrownBy(() -> TrainingRun.of(spec, SECTIONS))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refusal -> assertThat(refusal.violations().stream().map(violation -> violation.pointer()))
                                .containsExactly(
                                        "/loss",
                                        "/earlyStopping/metric",
                                        "/earlyStopping/metric",
                                        "/batchSize",
                                        "/learningRateSchedule",
                                        "/regularization/l1",
                                        "/regularization",
                                        "/model"));
    }
}
