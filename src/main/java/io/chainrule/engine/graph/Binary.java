package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Kernel;
import io.chainrule.engine.kernel.Pairwise;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Elementwise functions of two operands, with the contribution to each.
public enum Binary implements Function {
    ADD("add", Pairwise::add, (a, b, y, adjoint) -> adjoint, (a, b, y, adjoint) -> adjoint),
    SUB("sub", Pairwise::subtract, (a, b, y, adjoint) -> adjoint, (a, b, y, adjoint) -> adjoint.negate()),
    MUL("mul", Pairwise::multiply, (a, b, y, adjoint) -> adjoint.times(b), (a, b, y, adjoint) -> adjoint.times(a)),
    DIV(
            "div",
            Pairwise::divide,
            (a, b, y, adjoint) -> adjoint.over(b),
            (a, b, y, adjoint) -> adjoint.times(y.over(b)).negate()),
    /// Slope b·a^(b-1) in the base, 0 where b is 0; y·log a in the exponent, 0 where y is 0.
    POW(
            "pow",
            Pairwise.POWER,
            (a, b, y, adjoint) -> b.primitive() instanceof Source.Constant(double number)
                    ? throughConstantPower(a, number, adjoint)
                    : adjoint.times(b.times(a.power(b.plus(-1)))).where(b, y.constant(0)),
            (a, b, y, adjoint) -> adjoint.times(y.times(a.log())).where(y, y.constant(0))),
    ATAN2(
            "atan2",
            Pairwise.ATAN2,
            (a, b, y, adjoint) -> adjoint.times(b.over(a.hypot(b)).over(a.hypot(b))),
            (a, b, y, adjoint) ->
                    adjoint.times(a.over(a.hypot(b)).over(a.hypot(b))).negate()),
    LEAKY_RELU(
            "leaky_relu",
            Pairwise.LEAKY_RELU,
            (x, slope, y, adjoint) -> adjoint.where(x.isPositive(), adjoint.times(slope)),
            (x, slope, y, adjoint) -> adjoint.constant(0).where(x.isPositive(), adjoint.times(x))),
    LT("lt", Pairwise.LESS),
    LE("le", Pairwise.LESS_OR_EQUAL),
    GT("gt", Pairwise.GREATER),
    GE("ge", Pairwise.GREATER_OR_EQUAL),
    EQ("eq", Pairwise.EQUAL),
    NE("ne", Pairwise.NOT_EQUAL),

    /// The first operand where the second is positive, else 0: blocks rather than multiplies, so that 0·∞ never arises.
    GATE("", Pairwise::gate, (a, open, y, adjoint) -> adjoint.gate(open), (a, open, y, adjoint) -> null);

    @FunctionalInterface
    private interface Rule {
        @Nullable
        Node contribution(Node a, Node b, Node y, Node adjoint);
    }

    private final String key;
    private final Kernel kernel;
    private final Rule left;
    private final Rule right;

    Binary(String key, Kernel kernel, Rule left, Rule right) {
        this.key = key;
        this.kernel = kernel;
        this.left = left;
        this.right = right;
    }

    /// A comparison: 0 or 1, flat wherever it has a slope.
    Binary(String key, Kernel kernel) {
        this(key, kernel, (a, b, y, adjoint) -> null, (a, b, y, adjoint) -> null);
    }

    private static @Nullable Node throughConstantPower(Node a, double exponent, Node adjoint) {
        if (exponent == 0) {
            return null;
        }
        if (exponent == 1) {
            return adjoint;
        }
        var lower = exponent == 2 ? a : a.power(a.constant(exponent - 1));
        return adjoint.times(lower.times(exponent));
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public int leastOperands() {
        return 2;
    }

    @Override
    public int mostOperands() {
        return 2;
    }

    @Override
    public Shape shape(List<Shape> operands) {
        return Function.common(this, operands);
    }

    @Override
    public Kernel kernel(List<Shape> operands) {
        return kernel;
    }

    @Override
    public @Nullable Node contribution(int operand, Node y, Node adjoint) {
        return (operand == 0 ? left : right).contribution(y.operand(0), y.operand(1), y, adjoint);
    }

    @Override
    public @Nullable Node opening(int operand, Node y) {
        return this == GATE ? y.operand(1) : null;
    }
}
