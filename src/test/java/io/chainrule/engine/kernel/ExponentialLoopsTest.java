package io.chainrule.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExponentialLoopsTest {

    private static final int ARGUMENTS = 1_200_007;
    private static final double[] EDGES = {
        0.0,
        -0.0,
        22,
        -22,
        60,
        -60,
        60.1,
        699.9,
        700,
        -700,
        709.7,
        709.8,
        -708.5,
        -745.1,
        -745.2,
        1e-300,
        -1e-300,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        1e308,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    /// Each function, one number at a time and in loops.
    enum Pair {
        EXP(Exponential::exp, ExponentialLoops::exp),
        EXPM1(Exponential::expm1, ExponentialLoops::expm1),
        TANH(Exponential::tanh, ExponentialLoops::tanh),
        SIGMOID(Exponential::sigmoid, ExponentialLoops::sigmoid),
        SILU(x -> x * Exponential.sigmoid(x), ExponentialLoops::silu),
        SOFTPLUS(Exponential::softplus, ExponentialLoops::softplus);

        private final DoubleUnaryOperator function;
        private final Blockwise.Loops loops;

        Pair(DoubleUnaryOperator function, Blockwise.Loops loops) {
            this.function = function;
            this.loops = loops;
        }
    }

    @ParameterizedTest
    @EnumSource
    void loopsGiveTheBitsOfTheFunction(Pair pair) {
        var x = arguments();
        var y = x.clone();
        new Blockwise(pair.loops, y.length).run(y, y); // in place, as plans do
        assertThat(bits(y)).isEqualTo(bits(Arrays.stream(x).map(pair.function).toArray()));
    }

    /// The loss of a classifier is made of it.
    @Test
    void log1pGivesTheBitsOfTheLibrary() {
        var x = arguments();
        var random = new SplittableRandom(2);
        for (int i = 0; i < x.length; i += 3) {
            x[i] = Math.scalb(1.0, random.nextInt(6)) - 1 + random.nextDouble(-1, 1) * 0x1p-17;
        }
        var expected = bits(Arrays.stream(x).map(StrictMath::log1p).toArray());
        assertThat(bits(Arrays.stream(x).map(Log1p::of).toArray())).isEqualTo(expected);
        var inDomain = IntStream.range(0, x.length)
                .filter(i -> !(x[i] < 0 || x[i] >= 0x1p52))
                .toArray();
        var y = Arrays.stream(inDomain).mapToDouble(i -> x[i]).toArray();
        new Blockwise(LogarithmLoops::log1p, y.length).run(y, y);
        assertThat(bits(y))
                .isEqualTo(Arrays.stream(inDomain).mapToLong(i -> expected[i]).toArray());
    }

    @Test
    void gateLetsThroughWhereItIsPositive() {
        for (double open : arguments()) {
            double passed = Gate.passIfPositive(open, Double.POSITIVE_INFINITY);
            assertThat(passed == (open > 0 ? Double.POSITIVE_INFINITY : 0))
                    .as("%s", open)
                    .isTrue();
        }
    }

    private static double[] arguments() {
        var random = new SplittableRandom(1);
        var x = new double[ARGUMENTS];
        for (int i = 0; i < x.length; i++) {
            x[i] = switch (i % 4) {
                case 0 -> random.nextDouble(-5, 5);
                case 1 -> random.nextDouble(-800, 800);
                case 2 -> Double.longBitsToDouble(random.nextLong());
                default -> random.nextDouble(-1, 1) * Math.scalb(1.0, random.nextInt(-60, 10));
            };
        }
        System.arraycopy(EDGES, 0, x, 0, EDGES.length);
        return x;
    }

    private static long[] bits(double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
    }
}
