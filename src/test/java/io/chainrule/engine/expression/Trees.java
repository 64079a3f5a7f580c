package io.chainrule.engine.expression;

import java.util.List;

/// Trees written so that two of them can be compared, spans left aside.
public final class Trees {

    private Trees() {}

    /// Every operation in parentheses, every call by its key.
    static String spelled(String text) {
        return spelled(ExpressionParser.parse(text));
    }

    public static String spelled(Expression expression) {
        var spelling = new StringBuilder();
        for (var part : expression.inEvaluationOrder()) {
            spelling.append(head(part)).append(' ');
        }
        return spelling.toString();
    }

    /// Parenthesised form, for small trees.
    static String grouped(String text) {
        return ExpressionParser.parse(text).fold(Trees::grouped);
    }

    private static String grouped(Expression expression, List<String> operands) {
        return operands.isEmpty()
                ? head(expression)
                : head(expression) + operands.toString().replace(", ", " ");
    }

    private static String head(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> Numeral.print(literal.value());
            case Expression.Constant constant -> constant.constant().symbol();
            case Expression.Variable variable -> "`" + variable.name() + "`";
            case Expression.Negation _ -> "neg";
            case Expression.Operation operation -> operation.operator().symbol();
            case Expression.Call call -> call.function().key() + call.operands().size();
        };
    }
}
