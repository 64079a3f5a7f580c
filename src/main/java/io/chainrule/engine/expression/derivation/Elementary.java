package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.expression.MathConstant;
import io.chainrule.engine.expression.derivation.Term.Content;
import io.chainrule.engine.graph.Several;
import io.chainrule.engine.graph.Unary;
import java.util.List;
import java.util.Optional;

/// What derivative rules are made of, in functions that everybody may write.
final class Elementary {

    /// Constants of the rules that have a name.
    private static final double LN2 = 0.6931471805599453;
    private static final double LN10 = 2.302585092994046;
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;

    private final Algebra algebra;

    Elementary(Algebra algebra) {
        this.algebra = algebra;
    }

    Term linear(double slope, Term x, double intercept) {
        var scaled = slope == 4 ? slopeOfTanh(x).orElseGet(() -> times(slope, x)) : times(slope, x);
        return algebra.plus(scaled, algebra.number(Ratio.of(intercept)));
    }

    private Term times(double slope, Term x) {
        var sign = algebra.number(slope < 0 ? -1 : 1);
        return algebra.times(algebra.times(sign, named(Math.abs(slope))), x);
    }

    private Term named(double number) {
        if (number == LN2) {
            return algebra.apply(Unary.LOG, algebra.number(2));
        }
        if (number == LN10) {
            return algebra.apply(Unary.LOG, algebra.number(10));
        }
        return number == TWO_OVER_ROOT_PI
                ? algebra.over(algebra.number(2), root(algebra.named(MathConstant.PI)))
                : algebra.number(Ratio.of(number));
    }

    /// 4σ(2x)σ(−2x), which is 1/cosh².
    private Optional<Term> slopeOfTanh(Term term) {
        var product = term.asProduct();
        boolean isPair = product.coefficient().isOne()
                && product.powers().size() == 2
                && product.powers().stream().allMatch(power -> power.exponent().isOne());
        if (!isPair) {
            return Optional.empty();
        }
        var left = product.powers().getFirst().base().operandsOf(Unary.SIGMOID);
        var right = product.powers().getLast().base().operandsOf(Unary.SIGMOID);
        return left.filter(x -> right.isPresent()
                        && algebra.negate(x.getFirst()) == right.get().getFirst())
                .map(x -> algebra.times(algebra.number(Ratio.of(0.5)), x.getFirst()))
                .map(x -> algebra.power(algebra.apply(Unary.COSH, x), Ratio.of(-2)));
    }

    /// -relu(-x) is min(x, 0).
    Term negated(Term x) {
        return x.operandsOf(Unary.RELU)
                .map(List::getFirst)
                .filter(inner -> inner.asProduct().coefficient().equals(Ratio.MINUS_ONE))
                .map(inner -> algebra.apply(Several.MIN, algebra.negate(inner), algebra.number(0)))
                .orElseGet(() -> algebra.negate(x));
    }

    Term exp(Term x) {
        return x.is(0) ? algebra.number(1) : algebra.apply(Unary.EXP, x);
    }

    Term log(Term x) {
        if (x.is(1)) {
            return algebra.number(0);
        }
        return x.content().equals(new Content.Named(MathConstant.E)) ? algebra.number(1) : algebra.apply(Unary.LOG, x);
    }

    /// e^(-x²/2)/√(2π).
    Term density(Term x) {
        var exponent = algebra.times(algebra.number(Ratio.of(-0.5)), algebra.power(x, Ratio.of(2)));
        return algebra.over(exp(exponent), root(algebra.named(MathConstant.TAU)));
    }

    /// erfc(-x/√2)/2.
    Term cumulative(Term x) {
        var scaled = algebra.negate(algebra.over(x, root(algebra.number(2))));
        return algebra.times(algebra.number(Ratio.of(0.5)), algebra.apply(Unary.ERFC, scaled));
    }

    private Term root(Term x) {
        return algebra.apply(Unary.SQRT, x);
    }
}
