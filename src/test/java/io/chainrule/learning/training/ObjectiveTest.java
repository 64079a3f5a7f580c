package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.model.Activation;
import io.chainrule.learning.model.LayerSpec;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.model.Network;
import io.chainrule.learning.model.Pass;
import io.chainrule.learning.model.Tensor;
import io.chainrule.learning.specification.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Gradients of every loss through every layer agree with central differences, parameter by parameter.
class ObjectiveTest {

    private static final int ROWS = 7;
    private static final int INPUTS = 3;

    private final RandomStream random = RandomStream.of(5, "test");

    static List<LossSpec> losses() {
        return List.of(
                new LossSpec.CrossEntropy(),
                new LossSpec.BinaryCrossEntropy(),
                new LossSpec.Hinge(),
                new LossSpec.SquaredError(),
                new LossSpec.AbsoluteError(),
                new LossSpec.Huber(0.7),
                new LossSpec.Quantile(0.9),
                new LossSpec.Poisson(),
                new LossSpec.OfExpression(
                        ExpressionParser.parse("2*log(cosh(prediction - target)) + (prediction - 1)^2/3")));
    }

    static List<LayerSpec> layers() {
        var layers = new ArrayList<LayerSpec>(
                List.of(new LayerSpec.Dense(4), new LayerSpec.Dropout(0.4), new LayerSpec.BatchNorm(0.1, 1e-5)));
        for (var activation : Activation.values()) {
            layers.add(LayerSpec.Elementwise.of(activation));
        }
        return layers;
    }

    @Test
    void listsAreComplete() {
        assertThat(losses().stream().map(Object::getClass).distinct()).hasSameSizeAs(Settings.choices(LossSpec.class));
        assertThat(layers().stream().map(Object::getClass).distinct()).hasSameSizeAs(Settings.choices(LayerSpec.class));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientOfALinearModelAgreesWithCentralDifferences(LossSpec loss) {
        for (int targets : targetCounts(loss)) {
            assertGradient(new ModelSpec.Linear(), targets, loss, Pass.INFERENCE);
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientOfAnExpressionAgreesWithCentralDifferences(LossSpec loss) {
        var formula = new ModelSpec.ExpressionModel(
                ExpressionParser.parse("a*tanh(x + b*y) - c*a*sin(z)*x"), Map.of("a", 1.0, "b", 1.0, "c", 1.0));
        int targets = loss.task() == Task.CLASSIFICATION ? 2 : 1;
        if (loss.link().outputs(targets) == 1) {
            assertGradient(formula, targets, loss, Pass.INFERENCE);
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientThroughALayerAgreesWithCentralDifferences(LayerSpec layer) {
        var model = new ModelSpec.Layers(List.of(new LayerSpec.Dense(5), layer, new LayerSpec.Dense(4), layer));
        for (var pass : Pass.values()) {
            assertGradient(model, 3, new LossSpec.CrossEntropy(), pass);
            assertGradient(model, 2, new LossSpec.SquaredError(), pass);
        }
    }

    @Test
    void perceptronIsItsLayers() {
        var perceptron = new Network(new ModelSpec.Mlp(List.of(5, 4), Activation.TANH), INPUTS, 2);
        var layers = new Network(
                new ModelSpec.Layers(List.of(
                        new LayerSpec.Dense(5), new LayerSpec.Tanh(), new LayerSpec.Dense(4), new LayerSpec.Tanh())),
                INPUTS,
                2);
        assertThat(layers.forward(2, Pass.INFERENCE).graph().nodes())
                .hasToString(
                        perceptron.forward(2, Pass.INFERENCE).graph().nodes().toString());
        assertThat(layers.shaped().tensors().stream().map(Tensor::name))
                .containsExactlyElementsOf(
                        perceptron.shaped().tensors().stream().map(Tensor::name).toList());
    }

    private static int[] targetCounts(LossSpec loss) {
        return switch (loss) {
            case LossSpec.BinaryCrossEntropy _ -> new int[] {2};
            case LossSpec.CrossEntropy _, LossSpec.Hinge _ -> new int[] {2, 4};
            case LossSpec.SquaredError _,
                    LossSpec.AbsoluteError _,
                    LossSpec.Huber _,
                    LossSpec.Quantile _,
                    LossSpec.Poisson _,
                    LossSpec.OfExpression _ -> new int[] {1, 2};
        };
    }

    /// Scores 2, 0.5 and 1 for true class 1: a wrong class leads by 1.5, and 1 more is asked for.
    @Test
    void hingeIsHowFarTheTrueClassFailsToLeadByOne() {
        assertThat(loss(new LossSpec.Hinge(), new double[] {2, 0.5, 1}, 0, 1, 0))
                .isEqualTo(2.5);
        assertThat(loss(new LossSpec.Hinge(), new double[] {2, 0.5, 1}, 1, 0, 0))
                .isZero();
        assertThat(loss(new LossSpec.Hinge(), new double[] {2, 1.5, 1}, 1, 0, 0))
                .isEqualTo(0.5);
    }

    @Test
    void lossesOfOneValueAreAsByHand() {
        assertThat(loss(new LossSpec.AbsoluteError(), new double[] {3}, 5)).isEqualTo(2);
        assertThat(loss(new LossSpec.Huber(1), new double[] {3}, 5)).isEqualTo(1.5);
        assertThat(loss(new LossSpec.Huber(1), new double[] {3}, 3.5)).isEqualTo(0.125);
        assertThat(loss(new LossSpec.Quantile(0.9), new double[] {3}, 5)).isEqualTo(1.8);
        assertThat(loss(new LossSpec.Quantile(0.9), new double[] {5}, 3)).isCloseTo(0.2, within(1e-15));
        assertThat(loss(new LossSpec.Poisson(), new double[] {0}, 5)).isEqualTo(1);
        assertThat(loss(new LossSpec.Poisson(), new double[] {1}, 5)).isCloseTo(Math.E - 5, within(1e-15));
        assertThat(loss(new LossSpec.BinaryCrossEntropy(), new double[] {0, 2}, 0, 1))
                .isCloseTo(StrictMath.log1p(StrictMath.exp(-2)), within(1e-16));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void lossOfSeveralValuesIsTheSumOfTheirs(LossSpec loss) {
        if (loss.task() == Task.REGRESSION) {
            assertThat(loss(loss, new double[] {1, -0.5, 3}, 3, 4, 2))
                    .isCloseTo(
                            loss(loss, new double[] {1}, 3)
                                    + loss(loss, new double[] {-0.5}, 4)
                                    + loss(loss, new double[] {3}, 2),
                            within(1e-14));
        }
    }

    private static double loss(LossSpec spec, double[] scores, double... targets) {
        return spec.ofRows(new Matrix(1, scores.length, scores), new Matrix(1, targets.length, targets))[0];
    }

    @Test
    void squaredErrorIsSummedOverOutputsWithoutAHalf() {
        var objective = Objective.of(
                new Network(new ModelSpec.Linear(), 1, 2), new LossSpec.SquaredError(), false, 2, Pass.INFERENCE);
        var plan = Plan.of(List.of(objective.loss(), objective.score()), Map.of())
                .with(objective.forward().features(), 1, 2)
                .with(objective.forward().parameters().get(0), 1, 10)
                .with(objective.forward().parameters().get(1), 0.5, 0)
                .with(objective.targets(), 1, 10, 2.5, 17)
                .run();

        // outputs (1.5, 10) and (2.5, 20), targets (1, 10) and (2.5, 17)
        assertThat(plan.array(objective.loss())).containsExactly(0.25 + 9);
    }

    @Test
    void crossEntropyOfEqualScoresIsTheLogarithmOfTheClasses() {
        var objective = Objective.of(
                new Network(new ModelSpec.Linear(), 1, 4), new LossSpec.CrossEntropy(), false, 2, Pass.INFERENCE);
        var plan = Plan.of(List.of(objective.loss(), objective.score()), Map.of())
                .with(objective.forward().features(), 1, 2)
                .with(objective.targets(), 1, 0, 0, 0, 0, 0, 1, 0)
                .run();

        assertThat(plan.scalar()).isCloseTo(2 * StrictMath.log(4), within(1e-15));
        assertThat(plan.array(objective.score())).containsExactly(1);
    }

    /// @param targets classes, or values a row
    private void assertGradient(ModelSpec model, int targets, LossSpec spec, Pass pass) {
        var network = new Network(model, INPUTS, spec.link().outputs(targets));
        var objective = Objective.of(network, spec, false, ROWS, pass);
        var parameters = network.shaped();
        for (var tensor : parameters.learned()) { // biases too, else a shut layer leaves the next one at its kink
            System.arraycopy(normal(tensor.values().length), 0, tensor.values(), 0, tensor.values().length);
        }
        var gradients = objective.gradients(objective.cost(Regularization.NONE));
        var outputs = new ArrayList<>(List.of(objective.loss(), objective.score()));
        outputs.addAll(gradients);
        var plan = Plan.of(outputs, objective.forward().bound(parameters))
                .with(objective.forward().features(), normal(ROWS * INPUTS))
                .with(objective.targets(), targets(targets, spec));
        objective.forward().masks().forEach(mask -> mask.draw(plan.array(mask.values()), random));

        var analytic = gradients.stream()
                .map(gradient -> plan.run().array(gradient).clone())
                .toList();
        for (int k = 0; k < analytic.size(); k++) {
            var tensor = parameters.learned().get(k);
            var values = tensor.values();
            for (int i = 0; i < values.length; i++) {
                double kept = values[i];
                values[i] = kept + 1e-6;
                double above = plan.run().scalar();
                values[i] = kept - 1e-6;
                double below = plan.run().scalar();
                values[i] = kept;
                assertThat(analytic.get(k)[i])
                        .as("%s, element %d", tensor.name(), i)
                        .isCloseTo((above - below) / 2e-6 / ROWS, within(1e-7 * Math.max(1, Math.abs(above))));
            }
        }
    }

    private double[] targets(int outputs, LossSpec spec) {
        var targets = normal(ROWS * outputs);
        if (spec.task() == Task.CLASSIFICATION) {
            for (int i = 0; i < targets.length; i++) {
                targets[i] = i % outputs == i / outputs % outputs ? 1 : 0;
            }
        }
        return targets;
    }

    private double[] normal(int count) {
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextNormal();
        }
        return values;
    }
}
