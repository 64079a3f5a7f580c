package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.expression.MathConstant;
import io.chainrule.engine.expression.derivation.Term.Content;
import io.chainrule.engine.expression.derivation.Term.Part;
import io.chainrule.engine.expression.derivation.Term.Power;
import io.chainrule.engine.graph.Function;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sums, products and powers of terms, merged as one does by hand: `x + x` is `2*x`, `x*x` is `x^2`, constants are
/// folded exactly.
///
/// Nothing is cancelled that would hide a division by zero: `x/x^2` becomes `1/x`, but `x/x` stays.
final class Algebra {

    private static final Comparator<Power> ORDER = Comparator.<Power>comparingInt(
                    power -> power.base().id())
            .thenComparing(power -> power.exponent().signum(), Comparator.reverseOrder());

    private final Map<Content, Term> terms = new HashMap<>();

    Term of(Content content) {
        var known = terms.get(content);
        if (known == null) {
            known = new Term(terms.size(), content);
            terms.put(content, known);
        }
        return known;
    }

    Term number(Ratio value) {
        return of(new Content.Product(value, List.of()));
    }

    Term number(long value) {
        return number(Ratio.of(value));
    }

    Term named(MathConstant constant) {
        return of(new Content.Named(constant));
    }

    Term variable(String name) {
        return of(new Content.Variable(name));
    }

    Term apply(Function function, Term... operands) {
        return of(new Content.Apply(function, List.of(operands)));
    }

    Term negate(Term term) {
        return times(number(-1), term);
    }

    Term plus(Term a, Term b) {
        var sum = new LinkedHashMap<Term, Ratio>();
        add(sum, a, Ratio.ONE);
        add(sum, b, Ratio.ONE);
        return sum(sum);
    }

    Term minus(Term a, Term b) {
        var sum = new LinkedHashMap<Term, Ratio>();
        add(sum, a, Ratio.ONE);
        add(sum, b, Ratio.MINUS_ONE);
        return sum(sum);
    }

    private void add(Map<Term, Ratio> sum, Term term, Ratio times) {
        switch (term.content()) {
            case Content.Sum(var parts) ->
                parts.forEach(part -> sum.merge(part.term(), part.coefficient().times(times), Ratio::plus));
            case Content.Product(var coefficient, var powers) -> {
                var factors = product(Ratio.ONE, powers);
                if (powers.size() == 1
                        && factors.content() instanceof Content.Sum
                        && coefficient.abs().isOne()) {
                    add(sum, factors, coefficient.times(times)); // -(a - b) opens its parentheses
                } else {
                    sum.merge(factors, coefficient.times(times), Ratio::plus);
                }
            }
            case Content.Named _, Content.Variable _, Content.Apply _ -> sum.merge(term, times, Ratio::plus);
        }
    }

    private Term sum(Map<Term, Ratio> sum) {
        sum.values().removeIf(Ratio::isZero);
        if (sum.isEmpty()) {
            return number(0);
        }
        if (sum.size() == 1) {
            var only = sum.entrySet().iterator().next();
            return times(number(only.getValue()), only.getKey());
        }
        return of(new Content.Sum(sum.entrySet().stream()
                .map(entry -> new Part(entry.getValue(), entry.getKey()))
                .toList()));
    }

    Term times(Term a, Term b) {
        var left = a.asProduct();
        var right = b.asProduct();
        var coefficient = left.coefficient().times(right.coefficient());
        if (coefficient.isZero()) {
            return number(0);
        }
        var powers = new ArrayList<>(left.powers());
        right.powers().forEach(power -> multiply(powers, power));
        return product(coefficient, powers);
    }

    Term over(Term a, Term b) {
        return times(a, power(b, Ratio.MINUS_ONE));
    }

    Term power(Term base, Ratio exponent) {
        if (exponent.isZero()) {
            return number(1);
        }
        if (exponent.isOne()) {
            return base;
        }
        var factors = base.asProduct();
        var coefficient = factors.coefficient().power(exponent);
        boolean opens = coefficient.isPresent()
                && factors.powers().stream().allMatch(power -> power.exponent().isWhole());
        if (!opens) {
            return of(new Content.Product(Ratio.ONE, List.of(new Power(base, exponent))));
        }
        var powers = new ArrayList<Power>();
        factors.powers().forEach(power -> multiply(powers, raised(power, exponent)));
        return product(coefficient.get(), powers);
    }

    /// `(x^2)^0.5` is not `x`: only whole powers multiply.
    private Power raised(Power power, Ratio exponent) {
        if (exponent.isWhole() || power.exponent().isOne()) {
            return new Power(power.base(), power.exponent().times(exponent));
        }
        return new Power(of(new Content.Product(Ratio.ONE, List.of(power))), exponent);
    }

    private static void multiply(List<Power> powers, Power factor) {
        for (int i = 0; i < powers.size(); i++) {
            var power = powers.get(i);
            if (power.base() == factor.base() && merge(power.exponent(), factor.exponent())) {
                var exponent = power.exponent().plus(factor.exponent());
                boolean isSame = power.base().isComparison() && exponent.signum() > 0; // 0 or 1, whatever the power
                powers.set(i, isSame ? power : new Power(power.base(), exponent));
                return;
            }
        }
        powers.add(factor);
    }

    private static boolean merge(Ratio a, Ratio b) {
        return a.isWhole()
                && b.isWhole()
                && (a.signum() == b.signum() || a.plus(b).signum() < 0);
    }

    /// Factors stand in the order in which they appeared first, so that equal products are the same term.
    private Term product(Ratio coefficient, List<Power> powers) {
        boolean isTheBase = coefficient.isOne()
                && powers.size() == 1
                && powers.getFirst().exponent().isOne();
        return isTheBase
                ? powers.getFirst().base()
                : of(new Content.Product(
                        coefficient, powers.stream().sorted(ORDER).toList()));
    }
}
