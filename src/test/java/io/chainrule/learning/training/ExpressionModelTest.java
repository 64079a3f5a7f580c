package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.engine.expression.UnknownNameException;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.MissingValues;
import io.chainrule.learning.evaluation.FitCurve;
import io.chainrule.learning.evaluation.KnownExamples;
import io.chainrule.learning.evaluation.Outcomes;
import io.chainrule.learning.model.Initialization;
import io.chainrule.learning.model.Initialization.Weights;
import io.chainrule.learning.model.InputGradients;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionModelTest {

    private static final Dataset CLOUDS = Specs.sample("two-clouds", "label");
    private static final Dataset PENGUINS = Specs.sample("penguins", "body_mass_g");
    private static final OptimizerSpec.OfModels LEVENBERG_MARQUARDT = new OptimizerSpec.LevenbergMarquardt();

    /// Parameters in the order in which they are given.
    private static Specs formula(String expression, Object... parameters) {
        var starts = new LinkedHashMap<String, Double>();
        for (int i = 0; i < parameters.length; i += 2) {
            starts.put((String) parameters[i], (Double) parameters[i + 1]);
        }
        return Specs.linear().model(new ModelSpec.ExpressionModel(ExpressionParser.parse(expression), starts));
    }

    /// Rows x = 0, 0.25, 0.5, … and y = f(x).
    private static Dataset points(int rows, DoubleUnaryOperator function) {
        var columns = new LinkedHashMap<String, List<Double>>();
        columns.put("x", IntStream.range(0, rows).mapToObj(i -> 0.25 * i).toList());
        columns.put(
                "y",
                IntStream.range(0, rows)
                        .mapToObj(i -> function.applyAsDouble(0.25 * i))
                        .toList());
        return Specs.dataset(columns);
    }

    private static double parameter(TrainingRun run, String name) {
        return run.result().parameters().tensor(name).values()[0];
    }

    private static TrainingRun trained(Specs specs, Dataset dataset) {
        var run = TrainingRun.of(specs.build(), dataset);
        Specs.train(run);
        return run;
    }

    @Test
    void startsWhereItIsTold() {
        var run = TrainingRun.of(formula("b + a*x", "b", 3.5, "a", -1.0).build(), points(5, x -> x));
        assertThat(run.model().parameters().tensors().stream().map(tensor -> tensor.name()))
                .containsExactly("b", "a");
        assertThat(run.model().parameters().learnedArrays()).isDeepEqualTo(new double[][] {{3.5}, {-1}});
        assertThat(run.spec().features()).containsExactly("x");
        assertThat(run.spec().loss()).isEqualTo(new LossSpec.SquaredError());
        assertThat(run.spec().initialization()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"7", "300", "0"})
    void straightLineLearnsWhatALinearModelLearns(int batchSize) {
        var data = points(300, x -> StrictMath.sin(x) + 0.01 * x);
        var formula = formula("w*x + b", "w", 0.0, "b", 0.0).sgd(1e-4).epochs(5).seed(4);
        var linear = Specs.linear()
                .initialization(new Initialization(Weights.ZEROS, 0.01))
                .sgd(1e-4)
                .epochs(5)
                .seed(4);
        if (batchSize > 0) {
            formula.batchSize(batchSize);
            linear.batchSize(batchSize);
        }
        var run = trained(formula, data);
        var other = trained(linear, data);
        assertThat(parameter(run, "w")).isCloseTo(parameter(other, "layers.0.weights"), within(1e-13));
        assertThat(parameter(run, "b")).isCloseTo(parameter(other, "layers.0.biases"), within(1e-13));
    }

    @Test
    void formulaIsTheLogitOfTheSecondClass() {
        var run = trained(
                formula("w1*x1 + w2*x2 + b", "w1", 0.0, "w2", 0.0, "b", 0.0)
                        .sgd(1)
                        .epochs(300),
                CLOUDS);
        var model = run.model();
        assertThat(run.spec().loss()).isEqualTo(new LossSpec.BinaryCrossEntropy());
        assertThat(model.classes()).containsExactly("blue", "red");
        assertThat(run.result().uncertainty()).isNull();
        var rows = model.encoding().encode(List.of(Map.of("x1", 0.5, "x2", 2.0)));
        var outputs = model.outputs(rows);
        double logit = 0.5 * parameter(run, "w1") + 2 * parameter(run, "w2") + parameter(run, "b");
        double second = 1 / (1 + StrictMath.exp(-logit));
        assertThat(outputs.prediction(0, 1)).isCloseTo(second, within(1e-14));

        int winner = outputs.labels()[0];
        double sign = winner == 1 ? 1 : -1;
        assertThat(InputGradients.of(model, rows, outputs.labels()).get("x2"))
                .satisfies(slopes -> assertThat(slopes[0])
                        .isCloseTo(sign * second * (1 - second) * parameter(run, "w2"), within(1e-14)));
    }

    @Test
    void poissonTakesTheFormulaForTheLogarithmOfTheCount() {
        var run = trained(
                formula("a + b*x", "a", 0.0, "b", 0.0)
                        .loss(new LossSpec.Poisson())
                        .optimizer(new OptimizerSpec.Lbfgs(10))
                        .epochs(200),
                points(20, x -> StrictMath.exp(0.5 + 0.3 * x)));
        assertThat(parameter(run, "a")).isCloseTo(0.5, within(1e-7));
        assertThat(parameter(run, "b")).isCloseTo(0.3, within(1e-7));
        assertThat(run.result().uncertainty()).isNull();
    }

    @Test
    void otherOptimizersReachTheSameFit() {
        var problem = NistProblem.named("DanWood");
        for (var optimizer : List.of(
                LEVENBERG_MARQUARDT, new OptimizerSpec.Lbfgs(10), new OptimizerSpec.Adam(0.05, 0.9, 0.999, 1e-8))) {
            var specs = problem.fitFrom(NistProblem.Start.START2)
                    .optimizer(optimizer)
                    .epochs(3000);
            var run = trained(specs, problem.dataset());
            for (var parameter : problem.certified().entrySet()) {
                assertThat(NistProblem.digits(parameter(run, parameter.getKey()), parameter.getValue()))
                        .as("%s by %s", parameter.getKey(), optimizer)
                        .isGreaterThan(3);
            }
            assertThat(run.result().uncertainty()).isNotNull();
        }
    }

    /// With x = 0, ¼, ½, … the covariance of a straight line is s²(XᵀX)⁻¹, written out.
    @Test
    void uncertaintyOfAStraightLineIsThatOfTheTextbook() {
        int rows = 600; // two whole blocks and a part of one
        var data = points(rows, x -> 2 + 3 * x + StrictMath.sin(37 * x));
        var run = trained(formula("a + b*x", "a", 0.0, "b", 0.0).optimizer(LEVENBERG_MARQUARDT), data);
        double sum = 0;
        double squares = 0;
        double residuals = 0;
        for (int i = 0; i < rows; i++) {
            double x = 0.25 * i;
            double error = parameter(run, "a") + parameter(run, "b") * x - (2 + 3 * x + StrictMath.sin(37 * x));
            sum += x;
            squares += x * x;
            residuals += error * error;
        }
        double variance = residuals / (rows - 2);
        double determinant = rows * squares - sum * sum;
        var uncertainty = run.result().uncertainty();
        assertThat(uncertainty).isNotNull();
        assertThat(uncertainty.residualStandardDeviation()).isCloseTo(Math.sqrt(variance), within(1e-13));
        assertThat(uncertainty.covariance(0, 0)).isCloseTo(variance * squares / determinant, within(1e-15));
        assertThat(uncertainty.covariance(0, 1)).isCloseTo(-variance * sum / determinant, within(1e-16));
        assertThat(uncertainty.covariance(1, 0)).isEqualTo(uncertainty.covariance(0, 1));
        assertThat(uncertainty.standardError(1)).isCloseTo(Math.sqrt(variance * rows / determinant), within(1e-15));
        assertThat(run.model().uncertainty()).as("a frame is no fit").isNull();
    }

    @Test
    void nothingTellsTheErrorsOfParametersThatCannotBeToldApart() {
        var dependent = trained(
                formula("(a + b)*x", "a", 1.0, "b", 0.0).optimizer(LEVENBERG_MARQUARDT), points(9, x -> 4 * x + 1.5));
        assertThat(dependent.result().uncertainty()).isNull();
        assertThat(dependent.ending()).contains(Ending.CONVERGED);
        var few = trained(
                formula("a + b*x", "a", 1.0, "b", 0.0).optimizer(LEVENBERG_MARQUARDT), points(2, x -> 4 * x + 1.5));
        assertThat(few.result().uncertainty()).isNull();
        assertThat(parameter(few, "b")).isCloseTo(4, within(1e-12));
    }

    @Test
    void fitWithoutAnyErrorIsFound() {
        var run = trained(
                formula("a*exp(b*x)", "a", 1.0, "b", 0.1).optimizer(LEVENBERG_MARQUARDT),
                points(12, x -> 2.5 * StrictMath.exp(-0.7 * x)));
        assertThat(run.ending()).contains(Ending.CONVERGED);
        assertThat(parameter(run, "a")).isCloseTo(2.5, within(1e-12));
        assertThat(parameter(run, "b")).isCloseTo(-0.7, within(1e-12));
    }

    /// Powers of two change no digit of a number, so they must not change one of the fit.
    @Test
    void unitsOfTheParametersDoNotMatter() {
        var data = points(15, x -> 2.5 * StrictMath.exp(-0.7 * x) + 0.01 * StrictMath.sin(31 * x));
        var plain = TrainingRun.of(
                formula("a*exp(b*x)", "a", 1.0, "b", 0.5)
                        .optimizer(LEVENBERG_MARQUARDT)
                        .build(),
                data);
        var scaled = TrainingRun.of(
                formula("a*1048576*exp(b/1024*x)", "a", 1 / 1048576.0, "b", 512.0)
                        .optimizer(LEVENBERG_MARQUARDT)
                        .build(),
                data);
        assertThat(Specs.train(scaled).column(Metric.TRAIN_LOSS))
                .isEqualTo(Specs.train(plain).column(Metric.TRAIN_LOSS));
        assertThat(parameter(scaled, "a")).isEqualTo(parameter(plain, "a") / 1048576);
        assertThat(parameter(scaled, "b")).isEqualTo(parameter(plain, "b") * 1024);
    }

    /// The first steps would take c below 0, where the root is no number.
    @Test
    void stepsToWhereThereAreNoNumbersAreNotTaken() {
        var run = trained(
                formula("a*sqrt(c - x)", "a", 10.0, "c", 30.0).optimizer(LEVENBERG_MARQUARDT),
                points(40, x -> 3 * StrictMath.sqrt(10 - x)));
        assertThat(parameter(run, "a")).isCloseTo(3, within(1e-9));
        assertThat(parameter(run, "c")).isCloseTo(10, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"a*log(b)*x", "a*sqrt(b + 1)*x"}) // no value; a value, but no derivative
    void startWithoutNumbersIsRefusedWithTheWayOut(String expression) {
        var run = TrainingRun.of(
                formula(expression, "a", 1.0, "b", -1.0)
                        .optimizer(LEVENBERG_MARQUARDT)
                        .build(),
                points(9, x -> x));
        assertThatThrownBy(run::next)
                .isInstanceOfSatisfying(
                        DivergedException.class,
                        diverged -> assertThat(diverged.fix())
                                .isEqualTo("Start its parameters where the expression and its derivatives are numbers"
                                        + " for every example."));
    }

    @Test
    void fitHasItsCurve() {
        var problem = NistProblem.named("Misra1a");
        var run = trained(problem.fitFrom(NistProblem.Start.START1), problem.dataset());
        var model = run.result();
        var known = KnownExamples.of(model, problem.dataset(), false);
        var outcomes = (Outcomes.Values) Outcomes.of(model, known, new LossSpec.SquaredError()::ofRows);
        var curve = FitCurve.of(model, known, outcomes.outputs().getFirst()).orElseThrow();
        double b1 = parameter(run, "b1");
        double b2 = parameter(run, "b2");
        for (int i = 0; i < curve.x().length; i++) {
            assertThat(curve.y()[i]).isCloseTo(-b1 * StrictMath.expm1(-b2 * curve.x()[i]), within(1e-12));
        }
    }

    @Test
    void missingNumbersMayBeFilledIn() {
        var run = trained(
                formula("a + b*flipper_length_mm", "a", 0.0, "b", 0.0)
                        .optimizer(LEVENBERG_MARQUARDT)
                        .missing(MissingValues.MEAN),
                PENGUINS);
        assertThat(parameter(run, "b")).isBetween(40.0, 60.0);
    }

    @Test
    void namesOfAnExpressionAreParametersAndColumns() {
        assertThatThrownBy(() -> formula("a*x", "a", 1.0, "b", 2.0, "y", 1.0))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(violation -> violation.pointer())
                                .containsExactly("/parameters/b", "/parameters/y"));
        assertThatThrownBy(() -> formula("a + b", "a", 1.0, "b", 2.0)).hasMessageContaining("needs a column");
        assertThatThrownBy(() -> formula("2*x")).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> formula("a*x", "a", Double.NaN)).hasMessageContaining("finite");

        assertThatThrownBy(() ->
                        TrainingRun.of(formula("a*fliper_length_mm", "a", 1.0).build(), PENGUINS))
                .isInstanceOfSatisfying(UnknownNameException.class, unknown -> {
                    assertThat(unknown.nearest()).isEqualTo("flipper_length_mm");
                    assertThat(unknown.fix()).isEqualTo("Did you mean flipper_length_mm?");
                });
    }

    @Test
    void columnsThatAreNoNumbersAreRefused() {
        assertThatThrownBy(() -> TrainingRun.of(
                        formula("a*species + b*body_mass_g", "a", 1.0, "b", 1.0)
                                .features("species")
                                .build(),
                        PENGUINS))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refusal -> assertThat(refusal.violations())
                                .containsExactly(
                                        new Violation(
                                                "/model/expression",
                                                "An expression is made of numbers, but column species is of type category"),
                                        new Violation(
                                                "/model/expression",
                                                "body_mass_g is the target, so it cannot be a part of its own prediction"),
                                        new Violation(
                                                "/features",
                                                "The features of an expression are the columns it names: species, body_mass_g;"
                                                        + " leave features out")));
    }

    @Test
    void whatWouldChangeTheMeaningOfAFormulaIsRefused() {
        var specs = formula("a*x1", "a", 1.0)
                .standardize()
                .initialization(Initialization.of(Weights.HE))
                .regularization(new Regularization(0, 0.1, null, null));
        assertThat(refused(specs.loss(new LossSpec.Hinge()), CLOUDS))
                .containsExactly("/loss", "/standardize", "/initialization", "/regularization");
        var many = formula("a*x1", "a", 1.0);
        assertThat(refused(many, Specs.sample("four-sections", "label"))).containsExactly("/model");
    }

    /// Few different whole numbers count as classes unless the dataset says otherwise.
    @Test
    void numbersThatWereTakenForClassesAreToldApartFromThem() {
        var counts = points(9, x -> 4 * x);
        for (var asked :
                List.of(formula("a*x", "a", 1.0), formula("a*x", "a", 1.0).loss(new LossSpec.SquaredError()))) {
            assertThatThrownBy(() -> TrainingRun.of(asked.build(), counts))
                    .hasMessageContaining("or make the dataset with task regression");
        }
    }

    @Test
    void levenbergMarquardtFitsNothingElse() {
        assertThat(refused(Specs.linear().optimizer(LEVENBERG_MARQUARDT), PENGUINS.withTarget("year", null)))
                .contains("/optimizer");
        var line = formula("a*x1", "a", 1.0).optimizer(LEVENBERG_MARQUARDT);
        assertThat(refused(line, CLOUDS)).containsExactly("/optimizer");
        var other = formula("a*x", "a", 1.0)
                .optimizer(LEVENBERG_MARQUARDT)
                .loss(new LossSpec.Huber(1))
                .batchSize(3)
                .schedule(new ScheduleSpec.Exponential(0.9))
                .regularization(new Regularization(0, 0, 1.0, null));
        assertThat(refused(other, points(9, x -> x)))
                .containsExactly("/optimizer", "/batchSize", "/learningRateSchedule", "/regularization");
    }

    private static List<String> refused(Specs specs, Dataset dataset) {
        try {
            TrainingRun.of(specs.missing(MissingValues.MEAN).build(), dataset);
            return List.of();
        } catch (InvalidSpecException refusal) {
            return refusal.violations().stream()
                    .map(violation -> violation.pointer())
                    .toList();
        }
    }
}
