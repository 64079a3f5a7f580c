package io.chainrule.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every row of the tables is checked, so a new function is covered the moment it is added.
class FunctionRulesTest {

    private static final int POINTS = 25;

    @ParameterizedTest
    @EnumSource
    void unaryAgreesWithForwardModeAndDifferences(Unary function) {
        var random = new SplittableRandom(1);
        for (int i = 0; i < POINTS; i++) {
            double[] at = {inDomain(function, random)};
            var expected = ForwardMode.of(function, Gradient.variable(1, 0, at[0]));
            assertAgrees(function, expected, at);
        }
    }

    @ParameterizedTest
    @EnumSource
    void binaryAgreesWithForwardModeAndDifferences(Binary function) {
        var random = new SplittableRandom(2);
        for (int i = 0; i < POINTS; i++) {
            double a = function == Binary.POW ? random.nextDouble(0.1, 3) : awayFromZero(random);
            double[] at = {a, awayFromZero(random)};
            assertAgrees(
                    function,
                    ForwardMode.of(function, Gradient.variable(2, 0, at[0]), Gradient.variable(2, 1, at[1])),
                    at);
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalAgreeWithForwardModeAndDifferences(Several function) {
        var random = new SplittableRandom(3);
        for (int i = 0; i < POINTS; i++) {
            var at = random.doubles(3, -2, 2).toArray();
            if (function == Several.CLIP && at[1] > at[2]) {
                at = new double[] {at[0], at[2], at[1]};
            }
            var point = at;
            var variables = IntStream.range(0, 3)
                    .mapToObj(k -> Gradient.variable(3, k, point[k]))
                    .toArray(Gradient[]::new);
            assertAgrees(function, ForwardMode.of(function, variables), point);
        }
    }

    private static void assertAgrees(Function function, Gradient expected, double[] at) {
        var where = function + " at " + Slopes.describe(at);
        assertClose(Slopes.value(function, at), expected.getReal(), 1e-13, where);
        var gradient = Slopes.gradient(function, at);
        for (int i = 0; i < at.length; i++) {
            assertClose(gradient[i], expected.getPartialDerivative(i), 1e-12, where + " by operand " + i);
            assertClose(gradient[i], Slopes.difference(x -> Slopes.value(function, x), i, at), 1e-7, where);
            for (int j = 0; j < at.length; j++) {
                int first = i;
                assertClose(
                        Slopes.second(function, i, j, at),
                        Slopes.difference(x -> Slopes.gradient(function, x)[first], j, at),
                        1e-6,
                        where + " second derivative " + i + ", " + j);
            }
        }
    }

    private static void assertClose(double actual, double expected, double tolerance, String description) {
        assertThat(actual).as(description).isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
    }

    private static double inDomain(Unary function, SplittableRandom random) {
        return switch (function) {
            case LOG, LOG2, LOG10, SQRT, LOG1P -> random.nextDouble(0.1, 5);
            case ASIN, ACOS, ATANH -> random.nextDouble(-0.9, 0.9);
            case ACOSH -> random.nextDouble(1.2, 5);
            case TAN -> random.nextDouble(-1.2, 1.2);
            case FLOOR, CEIL, ROUND -> random.nextInt(-5, 5) + random.nextDouble(0.05, 0.45);
            default -> awayFromZero(random);
        };
    }

    private static double awayFromZero(SplittableRandom random) {
        return random.nextDouble(0.1, 2) * (random.nextBoolean() ? 1 : -1);
    }
}
