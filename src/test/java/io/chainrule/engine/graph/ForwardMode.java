package io.chainrule.engine.graph;

import java.util.function.UnaryOperator;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.special.Erf;
import org.hipparchus.util.FastMath;

/// The functions of the table in an independent library's forward mode; what it lacks is composed of what it has.
final class ForwardMode {

    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;

    private ForwardMode() {}

    static Gradient of(Unary function, Gradient x) {
        return switch (function) {
            case NEG -> x.negate();
            case EXP -> x.exp();
            case EXPM1 -> x.expm1();
            case LOG -> x.log();
            case LOG1P -> x.log1p();
            case LOG2 -> x.log().divide(FastMath.log(2));
            case LOG10 -> x.log10();
            case SQRT -> x.sqrt();
            case CBRT -> x.cbrt();
            case ABS -> x.abs();
            case SIGN -> x.sign();
            case FLOOR -> x.floor();
            case CEIL -> x.ceil();
            case ROUND -> x.rint();
            case SQUARE -> x.square();
            case RECIPROCAL -> x.reciprocal();
            case SIN -> x.sin();
            case COS -> x.cos();
            case TAN -> x.tan();
            case ASIN -> x.asin();
            case ACOS -> x.acos();
            case ATAN -> x.atan();
            case SINH -> x.sinh();
            case COSH -> x.cosh();
            case TANH -> x.tanh();
            case ASINH -> x.asinh();
            case ACOSH -> x.acosh();
            case ATANH -> x.atanh();
            case SIGMOID -> x.negate().exp().add(1).reciprocal();
            case SOFTPLUS -> x.exp().log1p();
            case RELU -> x.getReal() > 0 ? x : x.multiply(0);
            case LEAKY_RELU -> x.getReal() > 0 ? x : x.multiply(0.01);
            case ELU -> x.getReal() > 0 ? x : x.expm1();
            case SELU -> x.getReal() > 0 ? x.multiply(SELU_SCALE) : x.expm1().multiply(SELU_SCALE * SELU_ALPHA);
            case GELU -> x.multiply(cumulative(x));
            case SILU -> x.divide(x.negate().exp().add(1));
            case MISH -> x.multiply(x.exp().log1p().tanh());
            case ERF -> erf(x);
            case ERFC -> erf(x).negate().add(1);
            case BELL -> x.square().negate().exp();
            case NORMAL_DENSITY -> x.square().divide(-2).exp().divide(FastMath.sqrt(2 * FastMath.PI));
            case NORMAL_CUMULATIVE -> cumulative(x);
        };
    }

    static Gradient of(Binary function, Gradient a, Gradient b) {
        return switch (function) {
            case ADD -> a.add(b);
            case SUB -> a.subtract(b);
            case MUL -> a.multiply(b);
            case DIV -> a.divide(b);
            case POW -> a.pow(b);
            case ATAN2 -> a.atan2(b);
            case LEAKY_RELU -> a.getReal() > 0 ? a : a.multiply(b);
            case LT -> flat(a, a.getReal() < b.getReal());
            case LE -> flat(a, a.getReal() <= b.getReal());
            case GT -> flat(a, a.getReal() > b.getReal());
            case GE -> flat(a, a.getReal() >= b.getReal());
            case EQ -> flat(a, a.getReal() == b.getReal());
            case NE -> flat(a, a.getReal() != b.getReal());
            case GATE -> b.getReal() > 0 ? a : a.multiply(0);
        };
    }

    static Gradient of(Several function, Gradient... x) {
        return switch (function) {
            case MAX -> extreme(x, 1);
            case MIN -> extreme(x, -1);
            case HYPOT -> sumOf(x, Gradient::square).sqrt();
            case LOGSUMEXP -> sumOf(x, Gradient::exp).log();
            case WHERE -> x[0].getReal() != 0 ? x[1] : x[2];
            case CLIP -> x[0].getReal() < x[1].getReal() ? x[1] : x[0].getReal() > x[2].getReal() ? x[2] : x[0];
        };
    }

    private static Gradient flat(Gradient like, boolean value) {
        return like.newInstance(value ? 1 : 0);
    }

    private static Gradient extreme(Gradient[] x, int sign) {
        var best = x[0];
        for (var other : x) {
            best = sign * other.getReal() > sign * best.getReal() ? other : best;
        }
        return best;
    }

    private static Gradient sumOf(Gradient[] x, UnaryOperator<Gradient> f) {
        var sum = f.apply(x[0]);
        for (int i = 1; i < x.length; i++) {
            sum = sum.add(f.apply(x[i]));
        }
        return sum;
    }

    private static Gradient cumulative(Gradient x) {
        return erf(x.divide(FastMath.sqrt(2))).add(1).divide(2);
    }

    /// The value by the library's error function, the slope by the definition.
    private static Gradient erf(Gradient x) {
        double v = x.getReal();
        return x.compose(Erf.erf(v), 2 / FastMath.sqrt(FastMath.PI) * FastMath.exp(-v * v));
    }
}
