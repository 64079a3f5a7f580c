package io.chainrule.learning.training.minimization;

import static io.chainrule.learning.training.minimization.Minimizations.HIMMELBLAU;
import static io.chainrule.learning.training.minimization.Minimizations.LBFGS;
import static io.chainrule.learning.training.minimization.Minimizations.MCCORMICK;
import static io.chainrule.learning.training.minimization.Minimizations.NEWTON;
import static io.chainrule.learning.training.minimization.Minimizations.ROSENBROCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.engine.expression.MissingVariableException;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class MinimizationTest {

    static final List<OptimizerSpec.OfExpressions> SECOND_ORDER = List.of(LBFGS, NEWTON);

    static final List<OptimizerSpec.OfExpressions> ALL = List.of(
            new OptimizerSpec.Sgd(0.01, 0, false),
            new OptimizerSpec.Sgd(0.01, 0.5, false),
            new OptimizerSpec.Sgd(0.01, 0.5, true),
            new OptimizerSpec.Adagrad(0.5, 1e-8),
            new OptimizerSpec.Rmsprop(0.01, 0.9, 1e-8),
            new OptimizerSpec.Adam(0.1, 0.9, 0.999, 1e-8),
            new OptimizerSpec.AdamW(0.1, 0.9, 0.999, 1e-8, 0.01),
            LBFGS,
            NEWTON);

    static Stream<Arguments> knownMinima() {
        double offset = Math.PI / 3;
        return SECOND_ORDER.stream()
                .flatMap(optimizer -> Stream.of(
                        Arguments.of(optimizer, ROSENBROCK, -1.2, 1, 0, 1, 1),
                        Arguments.of(optimizer, HIMMELBLAU, 4, 4, 0, 3, 2),
                        Arguments.of(optimizer, HIMMELBLAU, -4, 4, 0, -2.805118, 3.131312),
                        Arguments.of(optimizer, HIMMELBLAU, -4, -4, 0, -3.779310, -3.283186),
                        Arguments.of(optimizer, HIMMELBLAU, 4, -4, 0, 3.584428, -1.848126),
                        Arguments.of(optimizer, MCCORMICK, 0, 0, -1.9132229549810362, 0.5 - offset, -0.5 - offset)));
    }

    @ParameterizedTest
    @MethodSource("knownMinima")
    void knownMinimaAreFound(
            OptimizerSpec.OfExpressions optimizer,
            String expression,
            double x,
            double y,
            double value,
            double xMin,
            double yMin) {
        var found = Minimizations.of(expression).by(optimizer).from(x, y).run();

        assertThat(found.stopReason()).isEqualTo(StopReason.CONVERGED);
        assertThat(found.minimum().value()).isCloseTo(value, within(1e-8));
        assertThat(found.minimum().at().get("x")).isCloseTo(xMin, within(1e-6));
        assertThat(found.minimum().at().get("y")).isCloseTo(yMin, within(1e-6));
        assertThat(found.minimum().gradientNorm()).isLessThanOrEqualTo(1e-8);
        assertThat(found.steps()).isLessThan(60);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everyOptimizerFindsTheBottomOfABowl(OptimizerSpec.OfExpressions optimizer) {
        var found = Minimizations.of("(x-1)^2 + 2*(y+2)^2")
                .by(optimizer)
                .from(3, 3)
                .maxSteps(5000)
                .run();

        double distance =
                optimizer instanceof OptimizerSpec.AdamW ? 0.1 : 0.01; // weight decay and steady steps do not end
        assertThat(found.minimum().at().get("x")).isCloseTo(1, within(distance));
        assertThat(found.minimum().at().get("y")).isCloseTo(-2, within(distance));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void sameSpecificationGivesTheSameBits(OptimizerSpec.OfExpressions optimizer) {
        var bowl = Minimizations.of(HIMMELBLAU).by(optimizer).from(-1, 2).maxSteps(40);
        var first = bowl.run();
        var second = bowl.run();

        assertThat(second.minimum()).isEqualTo(first.minimum());
        assertThat(second.path().values()).isEqualTo(first.path().values());
        assertThat(second.path().coordinates(1)).isEqualTo(first.path().coordinates(1));
    }

    /// f = x², x = 4: gradient 8, so x = 4 − 0.25·8 = 2, then 1.
    @Test
    void pathTellsEveryStep() {
        var path = Minimizations.of("x^2")
                .by(OptimizerSpec.Sgd.of(0.25))
                .from("x", 4)
                .maxSteps(2)
                .run()
                .path();

        assertThat(path.steps()).containsExactly(0, 1, 2);
        assertThat(path.values()).containsExactly(16, 4, 1);
        assertThat(path.gradientNorms()).containsExactly(8, 4, 2);
        assertThat(path.coordinates(0)).containsExactly(4, 2, 1);
    }

    @Test
    void longPathKeepsFirstAndLastAndEvenGaps() {
        var found = Minimizations.of("x^2")
                .by(OptimizerSpec.Sgd.of(1e-6))
                .from("x", 4)
                .maxSteps(10_001)
                .run();
        var steps = found.path().steps();

        assertThat(steps.length).isLessThanOrEqualTo(Path.MOST_POINTS + 1);
        assertThat(steps).startsWith(0, 8, 16).endsWith(10_000, 10_001);
    }

    /// In one step to the bottom of a quadratic: x − H⁻¹g.
    @Test
    void newtonSolvesAQuadraticAtOnce() {
        var found = Minimizations.of("1e6*(x-3)^2 + (x-3)*(y+1e3) + 1e-6*(y+1e3)^2 + 7")
                .by(NEWTON)
                .from(0, 0)
                .run();
        assertThat(found.stopReason()).isEqualTo(StopReason.CONVERGED);
        assertThat(found.steps()).isLessThanOrEqualTo(3);
        assertThat(found.minimum().value()).isCloseTo(7, within(1e-12));
    }

    /// The gradient is 0 at the start, and the way out is y up or down.
    @Test
    void newtonLeavesSaddle() {
        var found = Minimizations.of("x^2 - y^2 + y^4").by(NEWTON).from(0, 0).run();

        assertThat(found.stopReason()).isEqualTo(StopReason.CONVERGED);
        assertThat(found.minimum().value()).isCloseTo(-0.25, within(1e-12));
        assertThat(Math.abs(found.minimum().at().get("y"))).isCloseTo(Math.sqrt(0.5), within(1e-8));
    }

    /// The Hessian is ((0, 1), (1, 0)): nothing curves along the axes, but f falls without end between them.
    @Test
    void newtonLeavesSaddleBetweenTheAxes() {
        var found = Minimizations.of("x*y").by(NEWTON).from(0, 0).run();

        assertThat(found.stopReason()).isEqualTo(StopReason.DIVERGED);
        assertThat(found.minimum().value()).isLessThan(-1e20);
    }

    /// On the line y = 0 every Newton step ends at the saddle (0, 0).
    @Test
    void newtonPassesSaddleOnItsWay() {
        var found = Minimizations.of("x^2 - y^2 + y^4").by(NEWTON).from(1, 0).run();

        assertThat(found.minimum().value()).isCloseTo(-0.25, within(1e-12));
    }

    @Test
    void newtonLeavesMaximum() {
        var found = Minimizations.of("cos(x)").by(NEWTON).from("x", 0).run();

        assertThat(found.stopReason()).isEqualTo(StopReason.CONVERGED);
        assertThat(found.minimum().value()).isCloseTo(-1, within(1e-15));
    }

    /// The Hessian vanishes at the minimum, so Newton only takes a third off the distance each time.
    @Test
    void newtonEndsAtDegenerateMinimum() {
        var found = Minimizations.of("x^4 + y^2").by(NEWTON).from(1, 1).run();

        assertThat(found.stopReason()).isEqualTo(StopReason.CONVERGED);
        assertThat(found.minimum().value()).isCloseTo(0, within(1e-8));
    }

    @ParameterizedTest
    @FieldSource("SECOND_ORDER")
    void whatHasNoMinimumDiverges(OptimizerSpec.OfExpressions optimizer) {
        for (var unbounded : List.of("x", "-x^2", "x - x^4", "-exp(x)", "log(x)", "x + sin(x)/2")) {
            var found = Minimizations.of(unbounded).by(optimizer).from("x", 0.5).run();
            assertThat(found.stopReason()).as(unbounded).isEqualTo(StopReason.DIVERGED);
            assertThat(found.minimum().value()).as(unbounded).isLessThan(0).isFinite();
        }
    }

    /// The step is 2.5 times the distance to the bottom, so every step ends farther away, on the other side.
    @Test
    void tooLargeLearningRateDiverges() {
        var found = Minimizations.of("x^2")
                .by(OptimizerSpec.Sgd.of(1.25))
                .from("x", 1)
                .run();

        assertThat(found.stopReason()).isEqualTo(StopReason.DIVERGED);
        assertThat(found.minimum().at()).containsEntry("x", 1.0);
    }

    @Test
    void leavingTheDomainDiverges() {
        var found = Minimizations.of("x - log(x)")
                .by(OptimizerSpec.Sgd.of(10))
                .from("x", 2)
                .run();

        assertThat(found.stopReason()).isEqualTo(StopReason.DIVERGED);
        assertThat(found.path().values()).endsWith(Double.NaN);
    }

    @ParameterizedTest
    @FieldSource("SECOND_ORDER")
    void lineSearchStaysInTheDomain(OptimizerSpec.OfExpressions optimizer) {
        var found = Minimizations.of("x - log(x) + y/sqrt(y-3)")
                .by(optimizer)
                .from(40, 4)
                .run();

        assertThat(found.stopReason()).isEqualTo(StopReason.CONVERGED);
        assertThat(found.minimum().at().get("x")).isCloseTo(1, within(1e-7));
        assertThat(found.minimum().at().get("y")).isCloseTo(6, within(1e-6));
    }

    @ParameterizedTest
    @FieldSource("SECOND_ORDER")
    void kinkStalls(OptimizerSpec.OfExpressions optimizer) {
        var found = Minimizations.of("abs(x - pi/7)").by(optimizer).from("x", 3).run();

        assertThat(found.stopReason()).isIn(StopReason.STALLED, StopReason.CONVERGED);
        assertThat(found.minimum().value()).isCloseTo(0, within(1e-12));
    }

    @Test
    void stallsWhereNothingIsLower() {
        var found = Minimizations.of("abs(x - pi/7) + abs(x + 1)/2")
                .from("x", 3)
                .tolerance(0.1)
                .run();

        assertThat(found.stopReason()).isEqualTo(StopReason.STALLED);
        assertThat(found.minimum().at().get("x")).isCloseTo(Math.PI / 7, within(1e-10));
    }

    /// Its tip is sharp and its value there 0, so that rounding hides no difference however small.
    @ParameterizedTest
    @FieldSource("SECOND_ORDER")
    void coneStallsAtItsTip(OptimizerSpec.OfExpressions optimizer) {
        var found = Minimizations.of("exp(sqrt(x^2+y^2)) - 1")
                .by(optimizer)
                .from(0.3, 0.2)
                .run();

        assertThat(found.stopReason()).isEqualTo(StopReason.STALLED);
        assertThat(found.minimum().value()).isCloseTo(0, within(1e-15));
    }

    @Test
    void stepsAreLimited() {
        var found = Minimizations.of(ROSENBROCK).from(-1.2, 1).maxSteps(5).run();

        assertThat(found.stopReason()).isEqualTo(StopReason.STEPS);
        assertThat(found.steps()).isEqualTo(5);
        assertThat(found.path().steps()).hasSize(6);
    }

    @ParameterizedTest
    @FieldSource("SECOND_ORDER")
    void toleranceBoundsTheLargestGradientComponent(OptimizerSpec.OfExpressions optimizer) {
        var coarse = Minimizations.of(ROSENBROCK)
                .by(optimizer)
                .from(-1.2, 1)
                .tolerance(1)
                .run();
        var norms = coarse.path().gradientNorms();

        assertThat(coarse.minimum().gradientNorm()).isLessThanOrEqualTo(1);
        assertThat(IntStream.range(0, norms.length - 1).mapToDouble(i -> norms[i]))
                .allMatch(norm -> norm > 1);
    }

    @Test
    void startAtTheMinimumNeedsNoStep() {
        var found = Minimizations.of(ROSENBROCK).from(1, 1).run();

        assertThat(found.stopReason()).isEqualTo(StopReason.CONVERGED);
        assertThat(found.steps()).isZero();
        assertThat(found.path().steps()).containsExactly(0);
    }

    @Test
    void constantsStayAsTheyAre() {
        var found = Minimizations.of("(x-a)^n")
                .constants(Map.of("a", 5.0, "n", 2.0))
                .from("x", 1)
                .run();

        assertThat(found.minimum().at()).containsOnlyKeys("x");
        assertThat(found.minimum().at().get("x")).isCloseTo(5, within(1e-8));
    }

    @Test
    void valueWithAnOffsetDoesNotHideTheMinimum() {
        var found = Minimizations.of("cosh(x-1) + cosh(2*y) + 1e6").from(3, 2).run();

        assertThat(found.stopReason()).isEqualTo(StopReason.CONVERGED);
        assertThat(found.minimum().at().get("x")).isCloseTo(1, within(1e-8));
    }

    @ParameterizedTest
    @FieldSource("SECOND_ORDER")
    void manyVariablesAreNoTrouble(OptimizerSpec.OfExpressions optimizer) {
        var chain = new StringBuilder("0");
        var minimizations = Minimizations.of(chain.append(IntStream.range(1, 200)
                        .mapToObj(i -> "+100*(x%d-x%d^2)^2+(1-x%d)^2".formatted(i, i - 1, i - 1))
                        .reduce("", String::concat))
                .toString());
        IntStream.range(0, 200).forEach(i -> minimizations.from("x" + i, i % 2 == 0 ? -1.2 : 1));
        var found = minimizations.by(optimizer).maxSteps(5000).run();

        assertThat(found.stopReason()).isEqualTo(StopReason.CONVERGED);
        assertThat(found.minimum().gradientNorm()).isLessThanOrEqualTo(1e-8);
    }

    @Test
    void timeIsLimited() {
        var minimization = Minimization.of(Minimizations.of("x^2")
                .by(OptimizerSpec.Sgd.of(1e-9))
                .from("x", 1)
                .maxSteps(100_000)
                .spec());
        minimization.run(new SecondsEachLook());

        assertThat(minimization.stopReason()).isEqualTo(StopReason.TIME_LIMIT);
        assertThat(minimization.steps()).isEqualTo(10);
    }

    @Test
    void namesGivenInVainAreToldOf() {
        var found = Minimizations.of("x^2").from("x", 1).from("z", 3).run();

        assertThat(found.minimum().at()).containsOnlyKeys("x");
        assertThat(found.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.detail()).contains("z"));
    }

    @Test
    void startWithoutValueIsRefusedWithItsCause() {
        var outside = Minimizations.of("log(x)").from("x", -1);

        assertThatThrownBy(outside::run)
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refusal -> assertThat(refusal.violations())
                                .singleElement()
                                .satisfies(violation -> {
                                    assertThat(violation.pointer()).isEqualTo("/start");
                                    assertThat(violation.detail())
                                            .contains("NaN")
                                            .contains("log");
                                }));
        assertThatThrownBy(() -> Minimizations.of("sqrt(x)").from("x", 0).run())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("gradient at the start");
    }

    @Test
    void impossibleStartsAreRefused() {
        assertThatThrownBy(() -> Minimizations.of("x*y").from("x", 1).spec())
                .isInstanceOf(MissingVariableException.class)
                .hasMessageContaining("y");
        assertThatThrownBy(() -> Minimizations.of("x + a")
                        .from("x", 1)
                        .constants(Map.of("x", 2.0, "a", 1.0))
                        .spec())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("x is a variable of start already");
        assertThatThrownBy(() -> Minimizations.of("2 + 3").from("x", 1).spec())
                .isInstanceOf(InvalidSpecException.class);
    }

    /// A second passes every time somebody looks.
    private static final class SecondsEachLook extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofSeconds(1));
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
