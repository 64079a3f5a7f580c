package io.chainrule.engine.expression.verification;

import io.chainrule.engine.expression.Directional;
import io.chainrule.engine.expression.Evaluation;
import io.chainrule.engine.expression.GradientQuestion;
import io.chainrule.engine.expression.Kinks;
import io.chainrule.engine.expression.Numeral;
import io.chainrule.engine.expression.OneSided;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Evidence that a gradient is right: each derivative three ways, by reverse mode, by forward mode and from values
/// alone.
///
/// @param verdict disagree if any variable does; else at a kink, then undecided, if any is
/// @param variables by name, in the order of the question
public record Certificate(Verdict verdict, SequencedMap<String, Entry> variables) {

    /// What became of the comparison.
    public enum Verdict {
        AGREE,
        DISAGREE,
        /// The two sides of the point have derivatives of their own.
        KINK,
        /// A derivative is not finite, or no values could be compared.
        UNDECIDED
    }

    /// The derivative by one variable.
    ///
    /// @param finiteDifference extrapolated from values around the point
    /// @param errorEstimate how well the extrapolation knows it
    /// @param relativeError |reverse − finiteDifference| / max(1, |reverse|, |finiteDifference|)
    /// @param oneSided at a kink, the derivatives on both sides
    /// @param detail the verdict in words
    public record Entry(
            double reverse,
            double forward,
            double finiteDifference,
            double errorEstimate,
            double relativeError,
            Verdict verdict,
            @Nullable OneSided oneSided,
            String detail) {}

    public Certificate {
        variables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(variables));
    }

    /// The evidence for an answer.
    public static Certificate of(GradientQuestion question, Evaluation evaluation) {
        var kinks = Kinks.oneSided(question, evaluation.graph());
        var values = new Values(question.expression(), question.at());
        var entries = new LinkedHashMap<String, Entry>();
        for (var gradient : evaluation.gradient().entrySet()) {
            var name = gradient.getKey();
            double forward =
                    Directional.of(question.firstOrder(), Map.of(name, 1.0)).derivative();
            var difference = FiniteDifference.of(values.along(name), values.at(name));
            entries.put(name, entry(gradient.getValue(), forward, difference, evaluation.value(), kinks.get(name)));
        }
        return new Certificate(overall(entries.values()), entries);
    }

    private static Entry entry(
            double reverse, double forward, FiniteDifference difference, double value, @Nullable OneSided sides) {
        double measured = difference.value();
        var verdict = sides != null ? Verdict.KINK : verdict(reverse, forward, difference, value);
        return new Entry(
                reverse,
                forward,
                measured,
                difference.error(),
                Errors.relative(reverse, measured),
                verdict,
                sides,
                switch (verdict) {
                    case AGREE -> "Reverse mode, forward mode and values agree";
                    case DISAGREE -> "The derivatives differ by more than rounding explains";
                    case KINK -> sides == null ? "" : atKink(reverse, sides);
                    case UNDECIDED -> "There is no finite derivative to compare";
                });
    }

    /// The difference may be off by what its extrapolations differ, and by what values of that size are rounded.
    private static Verdict verdict(double reverse, double forward, FiniteDifference difference, double value) {
        double size = Math.max(Math.abs(reverse), Math.abs(forward));
        double measured = difference.value();
        if (!Double.isFinite(size) || !Double.isFinite(measured) || !Double.isFinite(difference.error())) {
            return Verdict.UNDECIDED;
        }
        double rounding = 1e-12 * Math.abs(value);
        boolean modesAgree = Math.abs(reverse - forward) <= 1e-9 * size + rounding;
        double tolerance = 1e-7 * Math.max(size, Math.abs(measured)) + 10 * difference.error() + rounding;
        return modesAgree && Math.abs(reverse - measured) <= tolerance ? Verdict.AGREE : Verdict.DISAGREE;
    }

    private static String atKink(double reverse, OneSided sides) {
        return "At a kink: %s on the left, %s on the right; the stated rule gives %s"
                .formatted(Numeral.rounded(sides.left()), Numeral.rounded(sides.right()), Numeral.rounded(reverse));
    }

    private static Verdict overall(Collection<Entry> entries) {
        for (var verdict : new Verdict[] {Verdict.DISAGREE, Verdict.KINK, Verdict.UNDECIDED}) {
            if (entries.stream().anyMatch(entry -> entry.verdict() == verdict)) {
                return verdict;
            }
        }
        return Verdict.AGREE;
    }
}
