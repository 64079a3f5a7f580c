package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Elementwise;
import io.chainrule.engine.kernel.Exponentials;
import io.chainrule.engine.kernel.Kernel;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Elementwise functions of one operand: the kernel of y = f(x), and what an adjoint becomes on its way back.
///
/// Rules keep small values: the slope of sigmoid is σ(x)·σ(-x), since y(1 - y) is 0 at x = 40.
public enum Unary implements Function {
    NEG("neg", Elementwise::negate, (x, y, adjoint) -> adjoint.negate()),
    EXP("exp", Exponentials::exp, (x, y, adjoint) -> adjoint.times(y)),
    EXPM1("expm1", Exponentials::expm1, (x, y, adjoint) -> adjoint.times(x.exp())),
    LOG("log", Elementwise.LOG, (x, y, adjoint) -> adjoint.over(x)),
    LOG1P("log1p", Elementwise.LOG1P, (x, y, adjoint) -> adjoint.over(x.plus(1))),
    LOG2("log2", Elementwise.LOG2, (x, y, adjoint) -> adjoint.over(x.times(0.6931471805599453))),
    LOG10("log10", Elementwise.LOG10, (x, y, adjoint) -> adjoint.over(x.times(2.302585092994046))),
    SQRT("sqrt", Elementwise::sqrt, (x, y, adjoint) -> adjoint.over(y.times(2))),
    CBRT("cbrt", Elementwise.CBRT, (x, y, adjoint) -> adjoint.over(y.square().times(3))),
    ABS("abs", Elementwise::abs, (x, y, adjoint) -> adjoint.gate(x).minus(adjoint.gate(x.negate()))),
    SIGN("sign", Elementwise::sign, (x, y, adjoint) -> null),
    FLOOR("floor", Elementwise::floor, (x, y, adjoint) -> null),
    CEIL("ceil", Elementwise::ceil, (x, y, adjoint) -> null),
    ROUND("round", Elementwise::round, (x, y, adjoint) -> null),
    SQUARE("square", Elementwise::square, (x, y, adjoint) -> adjoint.times(x.times(2))),
    RECIPROCAL(
            "reciprocal",
            Elementwise::reciprocal,
            (x, y, adjoint) -> adjoint.times(y.square()).negate()),
    SIN("sin", Elementwise.SIN, (x, y, adjoint) -> adjoint.times(x.cos())),
    COS("cos", Elementwise.COS, (x, y, adjoint) -> adjoint.times(x.sin()).negate()),
    TAN("tan", Elementwise.TAN, (x, y, adjoint) -> adjoint.times(y.square().plus(1))),
    ASIN("asin", Elementwise.ASIN, (x, y, adjoint) -> adjoint.over(x.cosineOfArcsine())),
    ACOS(
            "acos",
            Elementwise.ACOS,
            (x, y, adjoint) -> adjoint.over(x.cosineOfArcsine()).negate()),
    ATAN("atan", Elementwise.ATAN, (x, y, adjoint) -> adjoint.over(x.square().plus(1))),
    SINH("sinh", Elementwise.SINH, (x, y, adjoint) -> adjoint.times(x.cosh())),
    COSH("cosh", Elementwise.COSH, (x, y, adjoint) -> adjoint.times(x.sinh())),
    TANH("tanh", Exponentials::tanh, (x, y, adjoint) -> adjoint.times(x.slopeOfTanh())), // 1 - y² is 0 at x = 20
    ASINH("asinh", Elementwise.ASINH, (x, y, adjoint) -> adjoint.over(x.hypot(x.constant(1)))),
    ACOSH(
            "acosh",
            Elementwise.ACOSH,
            (x, y, adjoint) -> adjoint.over(x.plus(-1).sqrt().times(x.plus(1).sqrt()))),
    ATANH(
            "atanh",
            Elementwise.ATANH,
            (x, y, adjoint) -> adjoint.over(x.linear(-1, 1).times(x.plus(1)))),
    SIGMOID(
            "sigmoid",
            Exponentials::sigmoid,
            (x, y, adjoint) -> adjoint.times(y.times(x.negate().sigmoid()))),
    SOFTPLUS("softplus", Exponentials::softplus, (x, y, adjoint) -> adjoint.times(x.sigmoid())),
    RELU("relu", Elementwise::relu, (x, y, adjoint) -> adjoint.gate(y)), // closed at 0: the kink takes the left slope
    LEAKY_RELU(
            "leaky_relu",
            Elementwise.leakyRelu(0.01),
            (x, y, adjoint) -> adjoint.where(x.isPositive(), adjoint.times(0.01))),
    ELU("elu", Elementwise.ELU, (x, y, adjoint) -> adjoint.times(x.expOfNegativePart())),
    SELU(
            "selu",
            Elementwise.SELU,
            (x, y, adjoint) -> adjoint.times(x.constant(Elementwise.seluScale())
                    .where(x.isPositive(), x.expOfNegativePart().times(Elementwise.seluLeftSlope())))),
    GELU(
            "gelu",
            Elementwise.GELU,
            (x, y, adjoint) -> adjoint.times(x.normalCumulative().plus(x.times(x.normalDensity())))),
    SILU(
            "silu",
            Exponentials::silu,
            (x, y, adjoint) -> adjoint.times(
                    x.sigmoid().times(x.times(x.negate().sigmoid()).plus(1)))),
    MISH(
            "mish",
            Elementwise.MISH,
            (x, y, adjoint) -> adjoint.times(x.softplus()
                    .tanh()
                    .plus(x.times(x.sigmoid()).times(x.softplus().slopeOfTanh())))),
    ERF("erf", Elementwise.ERF, (x, y, adjoint) -> adjoint.times(x.bell().times(1.1283791670955126))),
    ERFC("erfc", Elementwise.ERFC, (x, y, adjoint) -> adjoint.times(x.bell().times(-1.1283791670955126))),

    /// e^-x², the slope of erf.
    BELL("", Elementwise.BELL, (x, y, adjoint) -> adjoint.times(y.times(x.times(-2)))),
    /// φ(x) = e^(-x²/2)/√(2π).
    NORMAL_DENSITY("", Elementwise.DENSITY, (x, y, adjoint) -> adjoint.times(y.times(x.negate()))),
    /// Φ(x), whose slope is φ(x).
    NORMAL_CUMULATIVE("", Elementwise.CUMULATIVE, (x, y, adjoint) -> adjoint.times(x.normalDensity()));

    @FunctionalInterface
    private interface Rule {
        @Nullable
        Node contribution(Node x, Node y, Node adjoint);
    }

    private final String key;
    private final IntFunction<Kernel> kernels; // by the number of elements
    private final Rule rule;

    Unary(String key, Kernel kernel, Rule rule) {
        this(key, _ -> kernel, rule);
    }

    Unary(String key, IntFunction<Kernel> kernels, Rule rule) {
        this.key = key;
        this.kernels = kernels;
        this.rule = rule;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public int leastOperands() {
        return 1;
    }

    @Override
    public int mostOperands() {
        return 1;
    }

    @Override
    public Shape shape(List<Shape> operands) {
        return operands.getFirst();
    }

    @Override
    public Kernel kernel(List<Shape> operands) {
        return kernels.apply(operands.getFirst().size());
    }

    @Override
    public @Nullable Node contribution(int operand, Node y, Node adjoint) {
        return rule.contribution(y.operand(0), y, adjoint);
    }

    @Override
    public @Nullable Node opening(int operand, Node y) {
        return this == RELU ? y : null;
    }
}
