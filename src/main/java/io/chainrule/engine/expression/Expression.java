package io.chainrule.engine.expression;

import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import io.chainrule.engine.graph.Unary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BiFunction;

/// What somebody wrote, as a tree. Every part knows its span in the text.
///
/// Trees may be thousands of levels deep (`x+x+x+…`), so walks over them are loops: see [#fold].
public sealed interface Expression {

    Span span();

    /// The parts it is made of, from left to right.
    List<Expression> operands();

    /// A literal, never negative: `-2` is the negation of 2.
    record Literal(double value, Span span) implements Expression {

        public Literal {
            if (!(value >= 0 && value <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("A literal is finite and has no sign, but got " + value);
            }
        }

        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /// `pi`, `e` or `tau`.
    record Constant(MathConstant constant, Span span) implements Expression {

        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /// A name whose value comes from outside.
    record Variable(String name, Span span) implements Expression {

        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /// The unary minus.
    record Negation(Expression operand, Span span) implements Expression {

        @Override
        public List<Expression> operands() {
            return List.of(operand);
        }
    }

    /// Two operands with an operator between them.
    record Operation(Operator operator, Expression left, Expression right, Span span) implements Expression {

        @Override
        public List<Expression> operands() {
            return List.of(left, right);
        }
    }

    /// A function applied to its arguments.
    record Call(Function function, List<Expression> operands, Span span) implements Expression {

        public Call {
            operands = List.copyOf(operands);
        }
    }

    /// This expression and all its parts, operands before what is made of them, from left to right.
    default List<Expression> inEvaluationOrder() {
        var backwards = new ArrayList<Expression>();
        var pending = new ArrayList<Expression>(List.of(this));
        while (!pending.isEmpty()) {
            var expression = pending.removeLast();
            backwards.add(expression);
            pending.addAll(expression.operands());
        }
        return backwards.reversed();
    }

    /// The result of `step` for the whole, which is given each part together with the results of its operands.
    default <R> R fold(BiFunction<Expression, List<R>, R> step) {
        var results = new ArrayList<R>();
        for (var expression : inEvaluationOrder()) {
            var last = results.subList(results.size() - expression.operands().size(), results.size());
            var operands = List.copyOf(last);
            last.clear();
            results.add(step.apply(expression, operands));
        }
        return results.getLast();
    }

    /// The names of the variables in order of appearance.
    default SequencedSet<String> variables() {
        var names = new LinkedHashSet<String>();
        for (var part : inEvaluationOrder()) {
            if (part instanceof Variable variable) {
                names.add(variable.name());
            }
        }
        return names;
    }

    /// The value of this expression as a node of the graph in which its variables stand already.
    default Node trace(Graph graph, Map<String, Node> variables) {
        return trace(graph, variables, Shape.scalar());
    }

    /// The values of this expression, element by element.
    ///
    /// @param variables nodes of this shape
    default Node trace(Graph graph, Map<String, Node> variables, Shape shape) {
        return fold((part, operands) -> switch (part) {
            case Literal literal -> graph.constant(literal.value(), shape);
            case Constant named -> graph.constant(named.constant().value(), shape);
            case Variable variable -> Objects.requireNonNull(variables.get(variable.name()));
            case Negation _ -> graph.apply(Unary.NEG, operands);
            case Operation operation -> graph.apply(operation.operator().function(), operands);
            case Call call -> graph.apply(call.function(), operands);
        });
    }

    /// Names that somebody mentions beside the expression are its variables, or were given values.
    ///
    /// @param place the name of the field that mentions them
    /// @throws UnknownNameException if one is neither
    default void requireKnown(Collection<String> names, Set<String> given, String place) {
        VariableNames.requireKnown(names, variables(), given, place);
    }

    /// Accepts only variables of some names.
    ///
    /// @param suggested those that may be what somebody meant
    /// @param others those that are known as well
    /// @param place where the expression stands: the path of its field, with slashes between
    /// @throws UnknownNameException if a variable has another name
    default void requireNames(Collection<String> suggested, Collection<String> others, String place) {
        VariableNames.requireNames(this, suggested, others, place);
    }

    /// Accepts only values for every variable.
    ///
    /// @param place what the user knows the values as: the name of a field
    /// @throws MissingVariableException if a variable has none
    default void requireValues(Set<String> given, String place) {
        VariableNames.requireValues(this, given, place);
    }

    /// The expression as text that parses back to the same tree.
    default String print() {
        return ExpressionPrinter.print(this);
    }
}
