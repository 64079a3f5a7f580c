package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.expression.derivation.Term.Content;
import io.chainrule.engine.expression.derivation.Term.Part;
import io.chainrule.engine.graph.Binary;
import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Several;
import io.chainrule.engine.graph.Unary;
import java.util.List;
import java.util.Optional;

/// Comparisons, gates and branches among terms, as a person would write them.
final class Choices {

    private final Algebra algebra;

    Choices(Algebra algebra) {
        this.algebra = algebra;
    }

    /// A comparison, 0 or 1: that an operand is the largest is `a >= b`, that relu is open is `x > 0`.
    Term compare(Binary comparison, Term a, Term b) {
        if (Algebra.numberIn(a).isPresent() && Algebra.numberIn(b).isEmpty()) {
            return compare(swapped(comparison), b, a);
        }
        if (Algebra.isNumber(b, 0)) {
            if (comparison == Binary.NE && isIndicator(a)) {
                return a;
            }
            var gated = operandsOf(Several.WHERE, a).filter(operands -> Algebra.isNumber(operands.getLast(), 0));
            if (comparison == Binary.GT && gated.isPresent()) {
                return algebra.times(
                        gated.get().getFirst(), compare(Binary.GT, gated.get().get(1), b));
            }
            if (comparison == Binary.GT && operandsOf(Unary.RELU, a).isPresent()) {
                return compare(Binary.GT, operandsOf(Unary.RELU, a).get().getFirst(), b);
            }
            if (Algebra.asProduct(a).coefficient().signum() < 0) {
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
        return operandsOf(function, extreme)
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

    /// `where(c, a, 0) + where(c, 0, b)` is `where(c, a, b)`.
    Term plus(Term a, Term b) {
        var branch = operandsOf(Several.WHERE, b).orElse(List.of());
        for (var part : branch.isEmpty() ? List.<Part>of() : Algebra.asSum(a)) {
            var other = operandsOf(Several.WHERE, part.term()).orElse(List.of());
            if (part.coefficient().isOne() && !other.isEmpty() && other.getFirst() == branch.getFirst()) {
                var both = branches(
                        branch.getFirst(),
                        algebra.plus(other.get(1), branch.get(1)),
                        algebra.plus(other.get(2), branch.get(2)));
                return algebra.plus(algebra.minus(a, part.term()), both);
            }
        }
        return ties(a, b).orElseGet(() -> algebra.plus(a, b));
    }

    /// How many of two operands are the largest: `(a >= b) + (b >= a)` is `1 + (a == b)`.
    private Optional<Term> ties(Term one, Term other) {
        if (one.content() instanceof Content.Apply(var function, var operands)
                && (function == Binary.GE || function == Binary.LE)
                && other.content().equals(new Content.Apply(function, operands.reversed()))) {
            var tie = algebra.apply(Binary.EQ, operands.getFirst(), operands.getLast());
            return Optional.of(algebra.plus(algebra.number(1), tie));
        }
        return Optional.empty();
    }

    /// The term where `open` is positive, else 0.
    Term gate(Term term, Term open) {
        var number = Algebra.numberIn(open);
        if (number.isPresent()) {
            return number.get().signum() > 0 ? term : algebra.number(0);
        }
        var condition = isIndicator(open) ? open : compare(Binary.GT, open, algebra.number(0));
        return isIndicator(term) ? algebra.times(condition, term) : where(condition, term, algebra.number(0));
    }

    Term where(Term condition, Term then, Term otherwise) {
        var number = Algebra.numberIn(condition);
        if (number.isPresent()) {
            return number.get().isZero() ? otherwise : then;
        }
        if (isPositive(condition)) {
            return then;
        }
        var negated = operandsOf(Binary.EQ, condition)
                .filter(operands -> Algebra.isNumber(operands.getLast(), 0) && isIndicator(operands.getFirst()));
        if (negated.isPresent()) {
            return where(negated.get().getFirst(), otherwise, then);
        }
        var indicator = isIndicator(condition) ? condition : compare(Binary.NE, condition, algebra.number(0));
        return branches(indicator, assumed(then, indicator, 1), assumed(otherwise, indicator, 2));
    }

    private Term branches(Term condition, Term then, Term otherwise) {
        if (then == otherwise) {
            return then;
        }
        var left = Algebra.asProduct(then);
        var right = Algebra.asProduct(otherwise);
        if (!left.powers().isEmpty() && left.powers().equals(right.powers())) {
            var choice = branches(condition, algebra.number(left.coefficient()), algebra.number(right.coefficient()));
            return algebra.times(algebra.of(new Content.Product(Ratio.ONE, left.powers())), choice);
        }
        var inner = operandsOf(Several.WHERE, then);
        if (inner.isPresent()
                && inner.get().getLast() == otherwise
                && isIndicator(inner.get().getFirst())) {
            return branches(
                    algebra.times(condition, inner.get().getFirst()),
                    inner.get().get(1),
                    otherwise);
        }
        return algebra.apply(Several.WHERE, condition, then, otherwise);
    }

    /// The term where a condition holds (branch 1) or fails (branch 2): its own branches on that condition are decided.
    private Term assumed(Term term, Term condition, int branch) {
        var sum = algebra.number(0);
        for (var part : Algebra.asSum(term)) {
            var product = Algebra.asProduct(part.term());
            var factors = algebra.number(part.coefficient().times(product.coefficient()));
            for (var power : product.powers()) {
                var decided = operandsOf(Several.WHERE, power.base())
                        .map(inner -> decided(inner, condition, branch))
                        .orElse(power.base());
                factors = algebra.times(factors, algebra.power(decided, power.exponent()));
            }
            sum = algebra.plus(sum, factors);
        }
        return sum;
    }

    private Term decided(List<Term> inner, Term condition, int branch) {
        boolean isKnown = branch == 1 ? implies(condition, inner.getFirst()) : condition == inner.getFirst();
        return isKnown
                ? assumed(inner.get(branch), condition, branch)
                : branches(
                        inner.getFirst(),
                        assumed(inner.get(1), condition, branch),
                        assumed(inner.get(2), condition, branch));
    }

    /// Conditions are joined by multiplying.
    private static boolean implies(Term condition, Term other) {
        return condition == other
                || Algebra.asProduct(condition)
                        .powers()
                        .containsAll(Algebra.asProduct(other).powers());
    }

    /// Whether the term is 0 where a condition fails and positive where it holds.
    private static boolean isIndicator(Term term) {
        return switch (term.content()) {
            case Content.Apply(var function, var operands) ->
                Algebra.isComparison(term)
                        || (function == Several.MAX && operands.stream().allMatch(Choices::isIndicator));
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

    /// Powers of positive constants.
    private static boolean isPositive(Term term) {
        return operandsOf(Binary.POW, term)
                .map(List::getFirst)
                .filter(base -> base.content() instanceof Content.Named
                        || Algebra.numberIn(base)
                                .filter(number -> number.signum() > 0)
                                .isPresent())
                .isPresent();
    }

    static Optional<List<Term>> operandsOf(Function function, Term term) {
        return term.content() instanceof Content.Apply(var applied, var operands) && applied == function
                ? Optional.of(operands)
                : Optional.empty();
    }
}
