package io.chainrule.engine.expression;

import io.chainrule.engine.expression.Expression.Call;
import io.chainrule.engine.expression.Expression.Constant;
import io.chainrule.engine.expression.Expression.Literal;
import io.chainrule.engine.expression.Expression.Negation;
import io.chainrule.engine.expression.Expression.Operation;
import io.chainrule.engine.expression.Expression.Variable;
import java.util.ArrayList;
import java.util.List;

/// Writes an expression with as few parentheses as the grammar allows.
final class ExpressionPrinter {

    private ExpressionPrinter() {}

    private sealed interface Piece {
        record Text(String text) implements Piece {}

        record Part(Expression expression) implements Piece {}
    }

    static String print(Expression expression) {
        var text = new StringBuilder();
        var pending = new ArrayList<Piece>(List.of(new Piece.Part(expression)));
        while (!pending.isEmpty()) {
            switch (pending.removeLast()) {
                case Piece.Text(var written) -> text.append(written);
                case Piece.Part(var part) -> pending.addAll(pieces(part).reversed());
            }
        }
        return text.toString();
    }

    private static List<Piece> pieces(Expression expression) {
        var pieces = new ArrayList<Piece>();
        switch (expression) {
            case Literal literal -> pieces.add(new Piece.Text(Numeral.print(literal.value())));
            case Constant constant ->
                pieces.add(new Piece.Text(constant.constant().symbol()));
            case Variable variable -> pieces.add(new Piece.Text(Names.quoted(variable.name())));
            case Negation negation -> {
                pieces.add(new Piece.Text("-"));
                pieces.addAll(operand(negation.operand(), Precedence.SIGN));
            }
            case Operation operation -> {
                var operator = operation.operator();
                pieces.addAll(operand(operation.left(), operator.precedence().left()));
                pieces.add(new Piece.Text(spaced(operator)));
                pieces.addAll(operand(operation.right(), operator.precedence().right()));
            }
            case Call call -> {
                var separator = call.function().key() + "(";
                for (var operand : call.operands()) {
                    pieces.add(new Piece.Text(separator));
                    pieces.add(new Piece.Part(operand));
                    separator = ", ";
                }
                pieces.add(new Piece.Text(")"));
            }
        }
        return pieces;
    }

    private static List<Piece> operand(Expression operand, Precedence least) {
        var part = new Piece.Part(operand);
        return needsParentheses(operand, least)
                ? List.of(new Piece.Text("("), part, new Piece.Text(")"))
                : List.of(part);
    }

    static boolean needsParentheses(Expression operand, Precedence least) {
        return Precedence.of(operand).compareTo(least) < 0;
    }

    private static String spaced(Operator operator) {
        return switch (operator.precedence()) {
            case COMPARISON, SUM -> " " + operator.symbol() + " ";
            case PRODUCT, SIGN, POWER, ATOM -> operator.symbol();
        };
    }
}
