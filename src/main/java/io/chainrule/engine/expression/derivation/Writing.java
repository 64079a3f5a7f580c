package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.Operator;
import io.chainrule.engine.expression.Span;
import io.chainrule.engine.expression.derivation.Term.Content;
import io.chainrule.engine.expression.derivation.Term.Part;
import io.chainrule.engine.expression.derivation.Term.Power;
import io.chainrule.engine.graph.Binary;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Writes terms as expressions: constants before variables before functions, one fraction bar a product, no sign in
/// front if another summand can go there.
final class Writing {

    private static final Span NOWHERE = new Span(0, 0);

    private Writing() {}

    static Expression of(Term term) {
        return switch (term.content()) {
            case Content.Named(var constant) -> new Expression.Constant(constant, NOWHERE);
            case Content.Variable(var name) -> new Expression.Variable(name, NOWHERE);
            case Content.Apply(var function, var operands) ->
                function instanceof Binary binary
                                && Operator.ofKey(binary.key()).isPresent()
                        ? operation(Operator.ofKey(binary.key()).get(), of(operands.getFirst()), of(operands.getLast()))
                        : new Expression.Call(
                                function, operands.stream().map(Writing::of).toList(), NOWHERE);
            case Content.Product(var coefficient, var powers) -> product(coefficient, powers);
            case Content.Sum(var parts) -> sum(parts);
        };
    }

    private static Expression sum(List<Part> parts) {
        var ordered = new ArrayList<>(parts);
        for (var part : parts) {
            if (part.coefficient().signum() > 0) {
                ordered.remove(part);
                ordered.addFirst(part);
                break;
            }
        }
        var first = ordered.removeFirst();
        var sum = summand(first.coefficient(), first.term());
        for (var part : ordered) {
            var operator = part.coefficient().signum() < 0 ? Operator.SUBTRACT : Operator.ADD;
            sum = operation(operator, sum, summand(part.coefficient().abs(), part.term()));
        }
        return sum;
    }

    private static Expression summand(Ratio coefficient, Term term) {
        return product(coefficient, term.asProduct().powers());
    }

    /// A sign stands before the first factor.
    private static Expression product(Ratio coefficient, List<Power> powers) {
        var size = coefficient.abs();
        boolean isDecimal = size.isDecimal();
        var above = new ArrayList<Expression>();
        var below = new ArrayList<Expression>();
        if (isDecimal && !size.isOne()) {
            above.add(literal(size));
        } else if (!isDecimal) {
            if (!size.numerator().equals(BigInteger.ONE)) {
                above.add(literal(new Ratio(size.numerator(), BigInteger.ONE)));
            }
            below.add(literal(new Ratio(size.denominator(), BigInteger.ONE)));
        }
        powers.stream().sorted(Comparator.comparingInt(Writing::rank)).forEach(power -> {
            var side = power.exponent().signum() < 0 ? below : above;
            side.add(power(power.base(), power.exponent().abs()));
        });
        if (above.isEmpty()) {
            above.add(literal(Ratio.ONE));
        }
        if (coefficient.signum() < 0) {
            above.set(0, new Expression.Negation(above.getFirst(), NOWHERE));
        }
        var numerator = chain(above);
        return below.isEmpty() ? numerator : operation(Operator.DIVIDE, numerator, chain(below));
    }

    private static int rank(Power power) {
        return switch (power.base().content()) {
            case Content.Named _ -> 0;
            case Content.Variable _ -> 1;
            case Content.Apply _, Content.Product _, Content.Sum _ -> 2;
        };
    }

    private static Expression chain(List<Expression> factors) {
        var product = factors.getFirst();
        for (var factor : factors.subList(1, factors.size())) {
            product = operation(Operator.MULTIPLY, product, factor);
        }
        return product;
    }

    private static Expression power(Term base, Ratio exponent) {
        return exponent.isOne() ? of(base) : operation(Operator.POWER, of(base), product(exponent, List.of()));
    }

    private static Expression literal(Ratio number) {
        double value = number.value();
        if (!Double.isFinite(value) || (value == 0) != number.isZero()) {
            throw new FormulaTooLargeException("A constant is beyond what a number can be");
        }
        return new Expression.Literal(value, NOWHERE);
    }

    private static Expression operation(Operator operator, Expression left, Expression right) {
        return new Expression.Operation(operator, left, right, NOWHERE);
    }
}
