package io.chainrule.engine.expression;

import io.chainrule.engine.expression.Expression.Call;
import io.chainrule.engine.expression.Expression.Constant;
import io.chainrule.engine.expression.Expression.Literal;
import io.chainrule.engine.expression.Expression.Negation;
import io.chainrule.engine.expression.Expression.Operation;
import io.chainrule.engine.expression.Expression.Variable;
import java.util.List;

/// How deeply an expression is nested: the levels its text has when it is printed.
final class Nesting {

    private Nesting() {}

    static int of(Expression expression) {
        return expression.fold(Nesting::levels);
    }

    private static Integer levels(Expression expression, List<Integer> operands) {
        return switch (expression) {
            case Literal _, Constant _, Variable _ -> 0;
            case Call _ -> 1 + operands.stream().max(Integer::compare).orElse(0);
            case Negation negation -> 1 + level(negation.operand(), Precedence.SIGN, operands.getFirst());
            case Operation operation -> {
                var precedence = operation.operator().precedence();
                int exponent = operation.operator() == Operator.POWER ? 1 : 0;
                yield Math.max(
                        level(operation.left(), precedence.left(), operands.getFirst()),
                        exponent + level(operation.right(), precedence.right(), operands.getLast()));
            }
        };
    }

    private static int level(Expression operand, Precedence least, int levels) {
        return levels + (ExpressionPrinter.needsParentheses(operand, least) ? 1 : 0);
    }
}
