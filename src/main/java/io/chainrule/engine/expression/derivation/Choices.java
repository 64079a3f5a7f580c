package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.expression.derivation.Term.Content;
import io.chainrule.engine.expression.derivation.Term.Part;
import io.chainrule.engine.graph.Binary;
import io.chainrule.engine.graph.Several;
import java.util.List;

/// Gates and branches among terms, as a person would write them.
final class Choices {

    private final Algebra algebra;
    private final Conditions conditions;

    Choices(Algebra algebra, Conditions conditions) {
        this.algebra = algebra;
        this.conditions = conditions;
    }

    /// `where(c, a, 0) + where(c, 0, b)` is `where(c, a, b)`.
    Term plus(Term a, Term b) {
        var branch = b.operandsOf(Several.WHERE).orElse(List.of());
        for (var part : branch.isEmpty() ? List.<Part>of() : a.asSum()) {
            var other = part.term().operandsOf(Several.WHERE).orElse(List.of());
            if (part.coefficient().isOne() && !other.isEmpty() && other.getFirst() == branch.getFirst()) {
                var both = branches(
                        branch.getFirst(),
                        algebra.plus(other.get(1), branch.get(1)),
                        algebra.plus(other.get(2), branch.get(2)));
                return algebra.plus(algebra.minus(a, part.term()), both);
            }
        }
        return conditions.ties(a, b).orElseGet(() -> algebra.plus(a, b));
    }

    /// The term where `open` is positive, else 0.
    Term gate(Term term, Term open) {
        var number = open.number();
        if (number.isPresent()) {
            return number.get().signum() > 0 ? term : algebra.number(0);
        }
        var condition = Conditions.isIndicator(open) ? open : conditions.compare(Binary.GT, open, algebra.number(0));
        return Conditions.isZeroOrOne(term) && Conditions.isZeroOrOne(condition)
                ? algebra.times(condition, term)
                : where(condition, term, algebra.number(0));
    }

    Term where(Term condition, Term then, Term otherwise) {
        var number = condition.number();
        if (number.isPresent()) {
            return number.get().isZero() ? otherwise : then;
        }
        if (Conditions.isPositive(condition)) {
            return then;
        }
        var negated = condition
                .operandsOf(Binary.EQ)
                .filter(operands -> operands.getLast().is(0) && Conditions.isIndicator(operands.getFirst()));
        if (negated.isPresent()) {
            return where(negated.get().getFirst(), otherwise, then);
        }
        var indicator = Conditions.isIndicator(condition)
                ? condition
                : conditions.compare(Binary.NE, condition, algebra.number(0));
        return branches(indicator, assumed(then, indicator, 1), assumed(otherwise, indicator, 2));
    }

    private Term branches(Term condition, Term then, Term otherwise) {
        if (then == otherwise) {
            return then;
        }
        var left = then.asProduct();
        var right = otherwise.asProduct();
        if (!left.powers().isEmpty() && left.powers().equals(right.powers())) {
            var choice = branches(condition, algebra.number(left.coefficient()), algebra.number(right.coefficient()));
            return algebra.times(algebra.of(new Content.Product(Ratio.ONE, left.powers())), choice);
        }
        var inner = then.operandsOf(Several.WHERE);
        if (inner.isPresent()
                && inner.get().getLast() == otherwise
                && Conditions.isIndicator(inner.get().getFirst())) {
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
        for (var part : term.asSum()) {
            var product = part.term().asProduct();
            var factors = algebra.number(part.coefficient().times(product.coefficient()));
            for (var power : product.powers()) {
                var decided = power.base()
                        .operandsOf(Several.WHERE)
                        .map(inner -> decided(inner, condition, branch))
                        .orElse(power.base());
                factors = algebra.times(factors, algebra.power(decided, power.exponent()));
            }
            sum = algebra.plus(sum, factors);
        }
        return sum;
    }

    private Term decided(List<Term> inner, Term condition, int branch) {
        boolean isKnown = branch == 1 ? Conditions.implies(condition, inner.getFirst()) : condition == inner.getFirst();
        return isKnown
                ? assumed(inner.get(branch), condition, branch)
                : branches(
                        inner.getFirst(),
                        assumed(inner.get(1), condition, branch),
                        assumed(inner.get(2), condition, branch));
    }
}
