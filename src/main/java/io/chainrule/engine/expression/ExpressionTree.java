package io.chainrule.engine.expression;

import io.chainrule.engine.expression.Expression.Call;
import io.chainrule.engine.expression.Expression.Constant;
import io.chainrule.engine.expression.Expression.Literal;
import io.chainrule.engine.expression.Expression.Negation;
import io.chainrule.engine.expression.Expression.Operation;
import io.chainrule.engine.expression.Expression.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Expressions as nested maps, lists, strings and numbers: `{"add": [{"sin": ["x"]}, 2]}`, the form they have in JSON.
public final class ExpressionTree {

    private static final Span NOWHERE = new Span(0, 0);

    private ExpressionTree() {}

    /// The expression, within the usual limits.
    ///
    /// @throws ExpressionException if the tree is no expression, or too large a one
    public static Expression read(@Nullable Object tree) {
        return read(tree, ExpressionLimits.DEFAULT);
    }

    /// The expression, whose spans point into the text that it prints.
    ///
    /// @throws ExpressionException if the tree is no expression, or too large a one
    public static Expression read(@Nullable Object tree, ExpressionLimits limits) {
        var built = new ArrayList<Expression>();
        for (var part : TreePart.inEvaluationOrder(tree, limits)) {
            var last = built.subList(built.size() - part.arguments().size(), built.size());
            var operands = List.copyOf(last);
            last.clear();
            built.add(build(part, operands));
        }
        var expression = built.getLast();
        limits.requireNodes(expression.inEvaluationOrder().size());
        limits.requireVariables(expression.variables().size());
        limits.requireDepth(Nesting.of(expression));
        return ExpressionParser.parse(expression.print(), ExpressionLimits.BEARABLE);
    }

    private static Expression build(TreePart part, List<Expression> operands) {
        return switch (part.content()) {
            case TreePart.Content.Name(var name) -> named(part, name);
            case TreePart.Content.Literal(var value) -> literal(value);
            case TreePart.Content.Application application -> applied(part, application.key(), operands);
        };
    }

    private static Expression named(TreePart part, String name) {
        var constant = MathConstant.of(name);
        if (constant.isPresent()) {
            return new Constant(constant.get(), NOWHERE);
        }
        var objection = Names.objection(name);
        if (!objection.isEmpty()) {
            throw part.refused("a name", objection, "Give the variable another name");
        }
        return new Variable(name, NOWHERE);
    }

    private static Expression literal(double value) {
        var magnitude = new Literal(Math.abs(value), NOWHERE);
        return Math.copySign(1, value) < 0 ? new Negation(magnitude, NOWHERE) : magnitude;
    }

    private static Expression applied(TreePart part, String key, List<Expression> operands) {
        if (key.equals("neg")) {
            if (operands.size() != 1) {
                throw part.wrongCount(key, "1 argument");
            }
            return new Negation(operands.getFirst(), NOWHERE);
        }
        var operator = Operator.ofKey(key);
        if (operator.isPresent()) {
            return chained(part, operator.get(), operands);
        }
        return switch (Callables.find(key, operands.size())) {
            case Callables.Lookup.Found(var function) -> new Call(function, operands, NOWHERE);
            case Callables.Lookup.Unknown _ ->
                throw Callables.unknown(key, null, part.pointer() + "/" + TreePart.escaped(key));
            case Callables.Lookup.WrongCount(var takes) -> throw part.wrongCount(key, takes);
        };
    }

    private static Expression chained(TreePart part, Operator operator, List<Expression> operands) {
        if (operands.size() < 2 || (operands.size() > 2 && !operator.chains())) {
            throw part.wrongCount(operator.key(), operator.chains() ? "2 or more arguments" : "2 arguments");
        }
        var left = operands.getFirst();
        for (var right : operands.subList(1, operands.size())) {
            left = new Operation(operator, left, right, NOWHERE);
        }
        return left;
    }

    /// The expression as a map, a string or a number, with chains of `add` and `mul` in one list.
    public static Object write(Expression expression) {
        return expression.fold(ExpressionTree::written);
    }

    private static Object written(Expression expression, List<Object> operands) {
        return switch (expression) {
            case Literal literal -> literal.value();
            case Constant constant -> constant.constant().symbol();
            case Variable variable -> variable.name();
            case Negation negation ->
                negation.operand() instanceof Literal literal ? -literal.value() : Map.of("neg", operands);
            case Call call -> Map.of(call.function().key(), operands);
            case Operation operation -> written(operation, operands.getFirst(), operands.getLast());
        };
    }

    /// A chain goes on in the list of its left operand.
    private static Object written(Operation operation, Object left, Object right) {
        var operator = operation.operator();
        boolean goesOn =
                operator.chains() && operation.left() instanceof Operation inner && inner.operator() == operator;
        var operands = new ArrayList<Object>();
        if (goesOn && left instanceof Map<?, ?> chain && chain.get(operator.key()) instanceof List<?> before) {
            operands.addAll(before);
        } else {
            operands.add(left);
        }
        operands.add(right);
        return Map.of(operator.key(), operands);
    }
}
