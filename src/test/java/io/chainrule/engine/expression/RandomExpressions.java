package io.chainrule.engine.expression;

import io.chainrule.engine.graph.Function;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Expressions of every function and operator over x, y and z, the same for the same seed.
public final class RandomExpressions {

    private static final Span NOWHERE = new Span(0, 0);
    private static final List<Function> CALLS = Function.all().stream()
            .filter(function -> Callables.isKnown(function.key()))
            .toList();

    private final Random random;

    public RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    public Expression next() {
        return next(1 + random.nextInt(6));
    }

    private Expression next(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(8)) {
            case 0 -> leaf();
            case 1 -> new Expression.Negation(next(depth - 1), NOWHERE);
            case 2, 3 -> {
                var function = CALLS.get(random.nextInt(CALLS.size()));
                int operands = Math.min(function.mostOperands(), function.leastOperands() + random.nextInt(2));
                yield new Expression.Call(
                        function,
                        IntStream.range(0, operands)
                                .mapToObj(_ -> next(depth - 1))
                                .toList(),
                        NOWHERE);
            }
            default -> {
                var operators = Operator.values();
                yield new Expression.Operation(
                        operators[random.nextInt(operators.length)], next(depth - 1), next(depth - 1), NOWHERE);
            }
        };
    }

    private Expression leaf() {
        return switch (random.nextInt(6)) {
            case 0 -> new Expression.Literal(random.nextInt(5), NOWHERE);
            case 1 -> new Expression.Literal(random.nextDouble() * 3, NOWHERE);
            case 2 -> new Expression.Constant(MathConstant.values()[random.nextInt(3)], NOWHERE);
            case 3 -> new Expression.Variable("x", NOWHERE);
            case 4 -> new Expression.Variable("y", NOWHERE);
            default -> new Expression.Variable("z", NOWHERE);
        };
    }
}
