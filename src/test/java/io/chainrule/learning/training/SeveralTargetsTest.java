package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetInvalidException;
import io.chainrule.learning.dataset.MissingValues;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.evaluation.DecisionBoundary;
import io.chainrule.learning.evaluation.GridSpec;
import io.chainrule.learning.evaluation.KnownExamples;
import io.chainrule.learning.evaluation.Metrics;
import io.chainrule.learning.evaluation.Outcomes;
import io.chainrule.learning.evaluation.RegressionMetrics;
import io.chainrule.learning.evaluation.Surface;
import io.chainrule.learning.model.Initialization;
import io.chainrule.learning.model.InputGradients;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Several columns of numbers learned at once.
class SeveralTargetsTest {

    private static final Dataset DATASET = dataset();

    /// y1 and y2 are linear in u and v but for noise; both have gaps, at different places.
    private static Dataset dataset() {
        var random = RandomStream.of(9, "several");
        var columns = new LinkedHashMap<String, List<?>>();
        var u = new ArrayList<Double>();
        var v = new ArrayList<Double>();
        var y1 = new ArrayList<Double>();
        var y2 = new ArrayList<Double>();
        var kind = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            u.add(random.nextNormal());
            v.add(random.nextNormal());
            y1.add(2 + u.get(i) - 3 * v.get(i) + 0.1 * random.nextNormal());
            y2.add(i == 5 ? null : 40 - 10 * u.get(i) + random.nextNormal());
            kind.add(u.get(i) > 0 ? "a" : "b");
        }
        columns.put("y1", y1);
        columns.put("u", u);
        columns.put("v", v);
        columns.put("y2", y2);
        columns.put("kind", kind);
        return Specs.dataset(columns);
    }

    private static Specs both() {
        return Specs.linear().target("y2", "y1").missing(MissingValues.DROP);
    }

    private static Model trained(Specs specs) {
        var run = TrainingRun.of(specs.build(), DATASET);
        Specs.train(run);
        return run.model();
    }

    static List<LossSpec> losses() {
        return List.of(
                new LossSpec.SquaredError(),
                new LossSpec.AbsoluteError(),
                new LossSpec.Huber(1),
                new LossSpec.Quantile(0.3));
    }

    /// What a linear model learns of one target has nothing to do with the others; only sums are rounded otherwise.
    @ParameterizedTest
    @MethodSource("losses")
    void linearModelOfTwoTargetsIsTwoModels(LossSpec loss) {
        var rows = DATASET.table().allRows();
        var together = trained(alike(both().target("y1", "y2"), loss));
        var outputs = together.outputs(together.encoding().encode(DATASET.table(), rows));
        for (var target : List.of("y1", "y2")) {
            // y2 misses a value, so y1 alone would learn from one row more: here it does without
            var alone = trainedOn(complete(), alike(Specs.linear().target(target), loss));
            var expected = alone.outputs(alone.encoding().encode(DATASET.table(), rows))
                    .column(0);
            assertThat(outputs.column(together.output(target))).containsExactly(expected, within(1e-12));
        }
    }

    private static Specs alike(Specs specs, LossSpec loss) {
        return specs.features("u", "v")
                .loss(loss)
                .standardize()
                .initialization(Initialization.of(Initialization.Weights.ZEROS))
                .epochs(50);
    }

    private static Dataset complete() {
        var columns = new LinkedHashMap<String, List<?>>();
        for (var column : DATASET.columns()) {
            var values = new ArrayList<Object>();
            for (int row = 0; row < DATASET.examples(); row++) {
                if (row != 5) {
                    values.add(column.value(row));
                }
            }
            columns.put(column.name(), values);
        }
        return Specs.dataset(columns);
    }

    private static Model trainedOn(Dataset dataset, Specs specs) {
        var run = TrainingRun.of(specs.build(), dataset);
        Specs.train(run);
        return run.model();
    }

    @Test
    void featuresAreAllColumnsButTheTargets() {
        var preparation = Preparation.of(both().build(), DATASET);
        assertThat(preparation.spec().features()).containsExactly("u", "v", "kind");
        assertThat(preparation.network().outputs()).isEqualTo(2);
        assertThat(preparation.spec().loss()).isEqualTo(new LossSpec.SquaredError());
        assertThat(preparation.split().training()).hasSize(59).doesNotContain(5);
        assertThat(Preparation.of(both().missing(MissingValues.MEAN).build(), DATASET)
                        .warnings())
                .containsExactly("1 row is left out because y2 or y1 is missing there");
    }

    @Test
    void errorIsTheMeanOverAllValuesInHistoryAndMetrics() {
        var run = TrainingRun.of(both().validation(0.25).epochs(20).build(), DATASET);
        var last = Specs.train(run).last();
        var preparation = Preparation.of(both().validation(0.25).build(), DATASET);
        for (var metric : List.of(Metric.TRAIN_RMSE, Metric.VALIDATION_RMSE)) {
            var split = preparation.split();
            var rows = metric == Metric.TRAIN_RMSE ? split.training() : split.validation();
            var examples = KnownExamples.of(run.model(), DATASET, rows);
            var metrics = (RegressionMetrics)
                    Metrics.of(Outcomes.of(run.model(), examples, new LossSpec.SquaredError()::ofRows));
            assertThat(metrics.errors().rmse()).isCloseTo(last.value(metric), within(1e-13));
            assertThat(metrics.loss()).isCloseTo(2 * Math.pow(metrics.errors().rmse(), 2), within(1e-12));
            assertThat(metrics.perTarget().keySet()).containsExactly("y2", "y1");
        }
    }

    @Test
    void anotherDatasetToMeasureOnNeedsAllTargets() {
        var model = trained(both());
        var lacking = new LinkedHashMap<String, List<?>>();
        lacking.put("u", List.of(1.5, 2.5));
        lacking.put("v", List.of(1.5, 2.5));
        lacking.put("kind", List.of("a", "b"));
        lacking.put("y1", List.of(1.5, 2.5));
        assertThatThrownBy(() -> KnownExamples.of(model, Specs.dataset(lacking), false))
                .isInstanceOf(DatasetInvalidException.class)
                .hasMessage("Column y2: is missing: it is what the model predicts");
        var spec = both().validationDataset("ds_other").build();
        assertThatThrownBy(() -> Preparation.of(spec, DATASET, Specs.dataset(lacking)))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("Dataset test has no column y2");
        assertThat(Preparation.of(spec, DATASET, DATASET).validation().targets().columns())
                .isEqualTo(2);
    }

    @Test
    void runContinuesFromItsCheckpoint() {
        var spec = both().batchSize(16).epochs(6).build();
        var straight = TrainingRun.of(spec, DATASET);
        Specs.train(straight);
        var interrupted = TrainingRun.of(spec, DATASET);
        interrupted.next();
        interrupted.next();
        var resumed = TrainingRun.of(spec, DATASET);
        resumed.resume(interrupted.checkpoint());
        Specs.train(resumed);
        assertThat(resumed.model().parameters().hash())
                .isEqualTo(straight.model().parameters().hash());
    }

    @Test
    void planeAndSlopesAreOfTheOutputAskedFor() {
        var model = trained(both().features("u", "v"));
        var grid = new GridSpec("3", null, null, 0.0, 1.0, 0.0, 1.0, Map.of(), GridSpec.Probabilities.WINNING, "y1");
        var boundary = DecisionBoundary.of(model, grid);
        var corner = model.outputs(model.encoding().encode(List.of(Map.of("u", 1.0, "v", 0.0))));
        assertThat(((Surface.Heights) boundary.surface()).value()[0][2]).isEqualTo(corner.prediction(0, 1));
        assertThat(boundary.examples(DATASET).target()).isEqualTo("y1");
        assertThat(DecisionBoundary.of(model, GridSpec.of("3")).output()).isEqualTo("y2");
        assertThatThrownBy(() -> model.output("y3"))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("y3 is none of the model's targets: y2, y1");

        var rows = model.encoding().encode(List.of(Map.of("u", 1.0, "v", 0.0)));
        var weights = model.parameters().tensors().getFirst().values(); // of u and v, a column a target
        assertThat(InputGradients.of(model, rows, 0).get("v")).containsExactly(weights[2]);
        assertThat(InputGradients.of(model, rows, 1).get("u")).containsExactly(weights[1]);
    }

    static Stream<Refusal> refusals() {
        var formula = new ModelSpec.ExpressionModel(ExpressionParser.parse("a*u"), Map.of("a", 1.0));
        var expression = new LossSpec.OfExpression(ExpressionParser.parse("(prediction - target)^4"));
        return Stream.of(
                new Refusal(
                        both().model(formula),
                        "/target",
                        "An expression makes one number; name one of y2, y1, in a job for each, or use another model"),
                new Refusal(
                        both().loss(expression),
                        "/target",
                        "A loss that is an expression is of one target; name one of y2, y1, in a job for each, or use"
                                + " squared-error"),
                new Refusal(
                        both().optimizer(new OptimizerSpec.LevenbergMarquardt()),
                        "/target",
                        "levenberg-marquardt fits one target by an expression; name one of y2, y1, in a job for each,"
                                + " or use lbfgs"),
                new Refusal(
                        both().loss(new LossSpec.CrossEntropy()),
                        "/loss",
                        "cross-entropy cannot be trained on target y2, y1, which holds numbers; use squared-error"),
                new Refusal(
                        both().loss(new LossSpec.Poisson()),
                        "/loss",
                        "poisson is for counts, but y1 is " + firstBelowZero() + "; use squared-error"),
                new Refusal(both().target("y1", "y3"), "/target/1", "There is no column y3; did you mean y2?"),
                new Refusal(
                        both().target("y1", "kind"),
                        "/target/1",
                        "Columns that are predicted together hold numbers, but kind is of type category; leave it out"),
                new Refusal(both().features("u", "y1"), "/features/1", "y1 is the target and cannot be a feature too"),
                new Refusal(
                        both().missing(MissingValues.REFUSE),
                        "/missing",
                        "y2 has 1 missing value (the first in row 6): choose drop, mean or median"));
    }

    private static String firstBelowZero() {
        var y1 = DATASET.column("y1");
        int row = 0;
        while ((Double) y1.value(row) >= 0) {
            row++;
        }
        return "%s in row %d".formatted(y1.value(row), row + 1);
    }

    record Refusal(Specs specs, String pointer, String detail) {}

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeIsRefusedWithAWayOut(Refusal refusal) {
        assertThatThrownBy(() -> Preparation.of(refusal.specs.build(), DATASET))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refused -> assertThat(refused.violations())
                                .contains(new Violation(refusal.pointer, refusal.detail)));
    }
}
