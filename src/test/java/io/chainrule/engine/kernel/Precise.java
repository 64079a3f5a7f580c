package io.chainrule.engine.kernel;

import java.util.function.UnaryOperator;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/// Functions in more than a hundred decimal digits, to measure how many units in the last place a kernel is off.
final class Precise {

    private static final DfpField FIELD = new DfpField(100);

    private Precise() {}

    /// How far `actual` is from f(x), in units of the last place of the nearest double.
    static double ulps(double actual, double x, UnaryOperator<Dfp> f) {
        var exact = f.apply(FIELD.newDfp(x));
        double nearest = exact.toDouble();
        return FIELD.newDfp(actual).subtract(exact).divide(Math.ulp(nearest)).toDouble();
    }

    static Dfp sigmoid(Dfp x) {
        return x.getOne().divide(x.negate().exp().add(1));
    }

    static Dfp softplus(Dfp x) {
        return x.exp().add(1).log();
    }

    static Dfp tanh(Dfp x) {
        var e = x.multiply(2).exp();
        return e.subtract(1).divide(e.add(1));
    }

    static Dfp mish(Dfp x) {
        return x.multiply(tanh(softplus(x)));
    }

    /// The Kummer series, summed until a term no longer counts.
    static Dfp erf(Dfp x) {
        var twice = x.multiply(x).multiply(2);
        var term = x.getOne();
        var sum = term;
        for (int n = 1; n < 4000; n++) {
            term = term.multiply(twice).divide(2 * n + 1);
            sum = sum.add(term);
            if (term.divide(sum).abs().lessThan(FIELD.newDfp("1e-110"))) {
                break;
            }
        }
        return x.multiply(2)
                .divide(FIELD.getPi().sqrt())
                .multiply(x.multiply(x).negate().exp())
                .multiply(sum);
    }

    /// With digits to spare for the cancellation in 1 − erf.
    static Dfp erfc(Dfp x) {
        return x.getOne().subtract(erf(x));
    }

    static Dfp gelu(Dfp x) {
        return x.multiply(erfc(x.negate().divide(FIELD.getSqr2()))).divide(2);
    }

    static Dfp asinh(Dfp x) {
        return x.add(x.multiply(x).add(1).sqrt()).log();
    }

    static Dfp acosh(Dfp x) {
        return x.add(x.multiply(x).subtract(1).sqrt()).log();
    }

    static Dfp atanh(Dfp x) {
        return x.add(1).divide(x.negate().add(1)).log().divide(2);
    }

    static Dfp log2(Dfp x) {
        return x.log().divide(FIELD.getLn2());
    }
}
