package io.chainrule.engine.expression;

/// How large an expression may be. Depth counts parentheses, calls, signs and right-nested powers, not chains of `+` or
/// `*`.
public record ExpressionLimits(int characters, int depth, int nodes, int variables) {

    public static final ExpressionLimits DEFAULT = new ExpressionLimits(10_000, 200, 10_000, 200);

    /// What can be borne at all: reading descends with the nesting, everything else is loops.
    public static final ExpressionLimits BEARABLE =
            new ExpressionLimits(Integer.MAX_VALUE, 500, Integer.MAX_VALUE, Integer.MAX_VALUE);

    public ExpressionLimits {
        if (characters < 1 || depth < 1 || nodes < 1 || variables < 1) {
            throw new IllegalArgumentException("Every limit is at least 1");
        }
        if (depth > 500) {
            throw new IllegalArgumentException("The parser descends at most 500 levels, but depth is " + depth);
        }
    }

    /// Refuses an expression that would not be read again from what it prints.
    ///
    /// @throws ExpressionTooComplexException if it is beyond one of the limits
    public void require(Expression expression) {
        requireNodes(expression.inEvaluationOrder().size());
        requireVariables(expression.variables().size());
        requireDepth(Nesting.of(expression));
        requireCharacters(expression.print().length());
    }

    void requireCharacters(int count) {
        require("characters", count, characters, "Split it into parts");
    }

    void requireDepth(int count) {
        require("levels of nesting", count, depth, "Remove superfluous parentheses or regroup it");
    }

    void requireNodes(int count) {
        require("nodes", count, nodes, "Split it into parts");
    }

    void requireVariables(int count) {
        require("variables", count, variables, "Use fewer variables");
    }

    private static void require(String unit, int count, int limit, String fix) {
        if (count > limit) {
            throw new ExpressionTooComplexException(unit, limit, fix);
        }
    }
}
