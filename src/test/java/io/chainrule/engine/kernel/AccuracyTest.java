package io.chainrule.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;

/// Our own functions against a hundred decimal digits: right to the last bit or two, the far tails of erfc to four.
class AccuracyTest {

    @Test
    void expIsWithinOneUnit() {
        assertWithin(1, Exponential::exp, Dfp::exp, -740, 709, 300);
        assertWithin(1, Exponential::exp, Dfp::exp, -1, 1, 300);
    }

    @Test
    void expAgreesWithStrictMathToOneUnitOnManyArguments() {
        var random = new SplittableRandom(11);
        for (int i = 0; i < 1_000_000; i++) {
            double x = random.nextDouble(-745, 709);
            double expected = StrictMath.exp(x);
            assertThat(Math.abs(Exponential.exp(x) - expected)).isLessThanOrEqualTo(2 * Math.ulp(expected));
        }
    }

    @Test
    void expKnowsItsEdges() {
        assertThat(Exponential.exp(0)).isEqualTo(1);
        assertThat(Exponential.exp(-0.0)).isEqualTo(1);
        assertThat(Exponential.exp(710)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Exponential.exp(-746)).isZero();
        assertThat(Exponential.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exponential.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Exponential.exp(Double.NaN)).isNaN();
        assertThat(Exponential.exp(-745)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void kinOfExpAreWithinTwoUnits() {
        assertWithin(2, Exponential::expm1, x -> x.exp().subtract(1), -40, 100, 300);
        assertWithin(2, Exponential::expm1, x -> x.exp().subtract(1), -1e-3, 1e-3, 150);
        assertWithin(2.5, Exponential::tanh, Precise::tanh, -20, 20, 300);
        assertWithin(2, Exponential::sigmoid, Precise::sigmoid, -700, 40, 300);
        assertWithin(2, Exponential::softplus, Precise::softplus, -100, 100, 300);
        assertWithin(4, Exponential::mish, Precise::mish, -100, 100, 300);
    }

    @Test
    void errorFunctionsKeepTheirDigitsInTheTails() {
        assertWithin(3, ErrorFunction::erf, Precise::erf, -6, 6, 150);
        assertWithin(3, ErrorFunction::erf, Precise::erf, -0.5, 0.5, 150);
        assertWithin(4, ErrorFunction::erfc, Precise::erfc, -6, 7, 150);
        assertWithin(5, ErrorFunction::gelu, Precise::gelu, -8, 20, 150);
        assertThat(ErrorFunction.erfc(28)).isZero();
        assertThat(ErrorFunction.erfc(26)).isCloseTo(5.663192408856143e-296, within(5e-311));
        assertThat(ErrorFunction.gelu(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(ErrorFunction.erf(Double.NaN)).isNaN();
    }

    @Test
    void logarithmsAreWithinTwoUnits() {
        assertWithin(2, Logarithmic::log2, Precise::log2, 1e-6, 1e6, 300);
        assertWithin(3, Logarithmic::asinh, Precise::asinh, -100, 100, 300);
        assertWithin(3, Logarithmic::acosh, Precise::acosh, 1, 100, 300);
        assertWithin(3, Logarithmic::atanh, Precise::atanh, -0.99, 0.99, 300);
    }

    @Test
    void log2OfAPowerOfTwoIsExact() {
        for (int k = -1074; k <= 1023; k++) {
            assertThat(Logarithmic.log2(Math.scalb(1.0, k))).isEqualTo(k);
        }
    }

    @Test
    void sumsOfExponentialsAndSquaresNeitherOverflowNorVanish() {
        assertThat(Logarithmic.logSumExp(new double[] {1000, 1000})).isEqualTo(1000.6931471805599);
        assertThat(Logarithmic.logSumExp(new double[] {0, -50, -60})).isEqualTo(1.9288374130715448e-22, within(1e-37));
        assertThat(Logarithmic.logSumExp(new double[] {Double.NEGATIVE_INFINITY, 3}))
                .isEqualTo(3);
        assertThat(Logarithmic.logSumExp(new double[] {1, Double.NaN})).isNaN();
        assertThat(Logarithmic.hypotenuse(new double[] {2e200, 3e200, 6e200})).isEqualTo(7e200, within(2e184));
        assertThat(Logarithmic.hypotenuse(new double[] {2e-310, 3e-310, 6e-310}))
                .isEqualTo(7e-310, within(1e-323));
        assertThat(Logarithmic.hypotenuse(new double[] {0, 0, 0})).isZero();
    }

    private static void assertWithin(
            double ulps, DoubleUnaryOperator actual, UnaryOperator<Dfp> exact, double from, double to, int points) {
        var random = new SplittableRandom(7);
        for (int i = 0; i < points; i++) {
            double x = random.nextDouble(from, to);
            assertThat(Math.abs(Precise.ulps(actual.applyAsDouble(x), x, exact)))
                    .as("ulps at x = %s", x)
                    .isLessThanOrEqualTo(ulps);
        }
    }
}
