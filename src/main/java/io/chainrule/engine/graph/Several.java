package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Kernel;
import io.chainrule.engine.kernel.Severalwise;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Elementwise functions of two or more operands. A choice among them also says when an operand is the one chosen.
public enum Several implements Function {
    /// Operands that tie share the slope equally.
    MAX("max", 2, Integer.MAX_VALUE, _ -> Severalwise::max, Several::shared, Several::chosen),
    MIN("min", 2, Integer.MAX_VALUE, _ -> Severalwise::min, Several::shared, Several::chosen),
    /// Slope x/y, and 0 where all operands are 0.
    HYPOT(
            "hypot",
            2,
            Integer.MAX_VALUE,
            Severalwise::hypotenuse,
            (operand, y, adjoint) -> adjoint.times(y.operand(operand).over(y)).where(y, y.constant(0)),
            (operand, y) -> null),
    LOGSUMEXP(
            "logsumexp",
            2,
            Integer.MAX_VALUE,
            Severalwise::logSumExp,
            (operand, y, adjoint) -> adjoint.times(y.operand(operand).minus(y).exp()),
            (operand, y) -> null),
    WHERE(
            "where",
            3,
            3,
            _ -> Severalwise::where,
            (operand, y, adjoint) -> operand == 0 ? null : adjoint.gate(branch(operand, y)),
            (operand, y) -> operand == 0 ? null : branch(operand, y)),
    /// Slope 1 in x strictly between the bounds, and in a bound where it decides.
    CLIP("clip", 3, 3, _ -> Severalwise::clip, (operand, y, adjoint) -> adjoint.gate(kept(operand, y)), Several::kept);

    @FunctionalInterface
    private interface Rule {
        @Nullable
        Node contribution(int operand, Node y, Node adjoint);
    }

    @FunctionalInterface
    private interface Opening {
        @Nullable
        Node of(int operand, Node y);
    }

    private final String key;
    private final int least;
    private final int most;
    private final IntFunction<Kernel> kernel;
    private final Rule rule;
    private final Opening opening;

    Several(String key, int least, int most, IntFunction<Kernel> kernel, Rule rule, Opening opening) {
        this.key = key;
        this.least = least;
        this.most = most;
        this.kernel = kernel;
        this.rule = rule;
        this.opening = opening;
    }

    private static Node chosen(int operand, Node y) {
        return y.operand(operand).isEqualTo(y);
    }

    private static Node shared(int operand, Node y, Node adjoint) {
        return adjoint.over(y.ties(Several::countTies)).gate(chosen(operand, y));
    }

    private static Node countTies(Node y) {
        var ties = chosen(0, y);
        for (int i = 1; i < y.operands().size(); i++) {
            ties = ties.plus(chosen(i, y));
        }
        return ties;
    }

    private static Node branch(int operand, Node y) {
        var condition = y.operand(0);
        var zero = condition.constant(0);
        return operand == 1 ? condition.isUnequalTo(zero) : condition.isEqualTo(zero);
    }

    private static Node kept(int operand, Node y) {
        var x = y.operand(0);
        var lower = y.operand(1);
        var upper = y.operand(2);
        return switch (operand) {
            case 0 -> x.isGreaterThan(lower).times(upper.isGreaterThan(x));
            case 1 -> lower.isAtLeast(x).times(upper.isGreaterThan(lower));
            default -> x.isAtLeast(upper).plus(lower.isAtLeast(upper));
        };
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public int leastOperands() {
        return least;
    }

    @Override
    public int mostOperands() {
        return most;
    }

    @Override
    public Shape shape(List<Shape> operands) {
        return Function.common(this, operands);
    }

    @Override
    public Kernel kernel(List<Shape> operands) {
        return kernel.apply(operands.size());
    }

    @Override
    public @Nullable Node contribution(int operand, Node y, Node adjoint) {
        return rule.contribution(operand, y, adjoint);
    }

    @Override
    public @Nullable Node opening(int operand, Node y) {
        return opening.of(operand, y);
    }
}
