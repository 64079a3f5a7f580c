package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.expression.derivation.Term.Content;
import io.chainrule.engine.graph.Binary;
import io.chainrule.engine.graph.Several;
import io.chainrule.engine.graph.Unary;
import java.util.List;
import java.util.Optional;

/// Comparisons among terms, as a person would write them, and what is known of terms that are conditions.
final class Conditions {

    private final Algebra algebra;

    Conditions(Algebra algebra) {
        this.algebra = algebra;
    }

    /// A comparison, 0 or 1: that an operand is the largest is `a >= b`, that relu is open is `x > 0`.
    Term compare(Binary comparison, Term a, Term b) {
        if (a.number().isPresent() && b.number().isEmpty()) {
            return compare(swapped(comparison), b, a);
        }
        if (b.is(0)) {
            if (comparison == Binary.NE && isZeroOrOne(a)) {
                return a;
            }
            var gated = a.operandsOf(Several.WHERE)
                    .filter(operands -> operands.getLast().is(0) && isZeroOrOne(operands.getFirst()));
            if (comparison == Binary.GT && gated.isPresent()) {
                return algebra.times(
                        gated.get().getFirst(), compare(Binary.GT, gated.get().get(1), b));
            }
            if (comparison == Binary.GT && a.operandsOf(Unary.RELU).isPresent()) {
                return compare(Binary.GT, a.operandsOf(Unary.RELU).get().getFirst(), b);
            }
            if (a.asProduct().coefficient().signum() < 0) {
                return algebra.apply(swapped(comparison), algebra.negate(a), b);
            }
        }
        return comparison == Binary.EQ
                ? largest(Several.MAX, Binary.GE, a, b)
                        .or(() -> largest(Several.MIN, Binary.LE, a, b))
                        .orElseGet(() -> algebra.apply(comparison, a, b))
                : algebra.apply(comparison, a, b);
    }

    /// `a == max(a, b)`.
    private Optional<Term> largest(Several function, Binary comparison, Term a, Term extreme) {
        return extreme.operandsOf(function)
                .filter(operands -> operands.size() == 2 && operands.contains(a))
                .map(operands -> algebra.apply(
                        comparison, a, operands.getFirst() == a ? operands.getLast() : operands.getFirst()));
    }

    /// The same comparison with its operands swapped, or of their opposites.
    private static Binary swapped(Binary comparison) {
        return switch (comparison) {
            case LT -> Binary.GT;
            case LE -> Binary.GE;
            case GT -> Binary.LT;
            case GE -> Binary.LE;
            case EQ, NE, ADD, SUB, MUL, DIV, POW, ATAN2, LEAKY_RELU, GATE -> comparison;
        };
    }

    /// How many of two operands are the largest: `(a >= b) + (b >= a)` is `1 + (a == b)`.
    Optional<Term> ties(Term one, Term other) {
        if (one.content() instanceof Content.Apply(var function, var operands)
                && (function == Binary.GE || function == Binary.LE)
                && other.content().equals(new Content.Apply(function, operands.reversed()))) {
            var tie = algebra.apply(Binary.EQ, operands.getFirst(), operands.getLast());
            return Optional.of(algebra.plus(algebra.number(1), tie));
        }
        return Optional.empty();
    }

    /// Whether the term is 0 where a condition fails and positive where it holds.
    static boolean isIndicator(Term term) {
        return switch (term.content()) {
            case Content.Apply(var function, var operands) ->
                term.isComparison()
                        || (function == Several.MAX && operands.stream().allMatch(Conditions::isIndicator));
            case Content.Product(var coefficient, var powers) ->
                coefficient.signum() > 0
                        && !powers.isEmpty()
                        && powers.stream()
                                .allMatch(power -> power.exponent().signum() > 0 && isIndicator(power.base()));
            case Content.Sum(var parts) ->
                parts.stream().allMatch(part -> part.coefficient().signum() > 0 && isIndicator(part.term()));
            case Content.Named _, Content.Variable _ -> false;
        };
    }

    /// Comparisons and products of them.
    static boolean isZeroOrOne(Term term) {
        var product = term.asProduct();
        return product.coefficient().isOne()
                && !product.powers().isEmpty()
                && product.powers().stream()
                        .allMatch(power ->
                                power.exponent().signum() > 0 && power.base().isComparison());
    }

    /// Powers of positive constants.
    static boolean isPositive(Term term) {
        return term.operandsOf(Binary.POW)
                .map(List::getFirst)
                .filter(base -> base.content() instanceof Content.Named
                        || base.number().filter(number -> number.signum() > 0).isPresent())
                .isPresent();
    }

    /// Conditions are joined by multiplying.
    static boolean implies(Term condition, Term other) {
        return condition == other
                || condition.asProduct().powers().containsAll(other.asProduct().powers());
    }
}
