package io.chainrule.engine.expression.verification;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.MissingVariableException;
import io.chainrule.engine.expression.UnknownNameException;
import io.chainrule.engine.expression.verification.Derivatives.Sample;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Are derivatives right that somebody derived by hand?
///
/// @param verdict wrong if any is, correct if all are
/// @param variables what became of each claim
public record GradientCheck(Verdict verdict, SequencedMap<String, Entry> variables) {

    private static final double TOLERATED = 1e-9;
    private static final int ENOUGH = 5;

    /// What can be said of a claim.
    public enum Verdict {
        CORRECT,
        WRONG,
        /// Too few points were found where the claim could be tried.
        UNDECIDED
    }

    /// What became of one claim.
    ///
    /// @param maxError the largest |claimed − actual| / max(1, |claimed|, |actual|)
    /// @param counterexample the first point that refutes a wrong claim
    public record Entry(
            Verdict verdict,
            double maxError,
            int pointsTried,
            @Nullable Counterexample counterexample) {}

    /// Where a claim and the truth part.
    public record Counterexample(SequencedMap<String, Double> at, double claimed, double actual) {}

    public GradientCheck {
        variables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(variables));
    }

    /// Tries claims at many points, the same every time: all signs mixed, inside the domain and away from kinks.
    ///
    /// @param claimed the derivative by each variable that somebody derived
    /// @param at the only point to try, if there is one
    /// @throws MissingVariableException if the point lacks a variable
    /// @throws UnknownNameException if a claim is about a name, or uses one, that the expression has not
    public static GradientCheck of(
            Expression expression, Map<String, Expression> claimed, @Nullable Map<String, Double> at) {
        var names = List.copyOf(claimed.keySet());
        if (at != null) {
            expression.requireValues(at.keySet(), "at");
        }
        var given = at != null ? at.keySet() : expression.variables();
        expression.requireKnown(names, given, "claimed");
        claimed.values().forEach(claim -> expression.requireKnown(claim.variables(), given, "claimed"));
        var derivatives = new Derivatives(expression, names);
        var samples = at != null ? derivatives.samples(List.of(at), 1) : derivatives.samples(Points.of(expression));
        var entries = new LinkedHashMap<String, Entry>();
        claimed.forEach((name, claim) -> entries.put(name, tried(name, claim, derivatives, samples, at != null)));
        return new GradientCheck(overall(entries.values()), entries);
    }

    private static Entry tried(
            String name, Expression claim, Derivatives derivatives, List<Sample> samples, boolean isAlone) {
        var claimed = new Quantity(claim);
        double maxError = 0;
        int count = 0;
        Counterexample counterexample = null;
        for (var sample : samples) {
            double actual = sample.gradient(name);
            double value = claimed.at(sample.at());
            double error = Errors.relative(value, actual);
            if (error > TOLERATED && isExcused(claimed, value, actual, sample, derivatives.of(name))) {
                continue;
            }
            count++;
            maxError = Math.max(maxError, error);
            if (error > TOLERATED && counterexample == null) {
                counterexample = new Counterexample(new LinkedHashMap<>(sample.at()), value, actual);
            }
        }
        boolean isEnough = count >= (isAlone ? 1 : ENOUGH);
        var verdict = counterexample != null ? Verdict.WRONG : isEnough ? Verdict.CORRECT : Verdict.UNDECIDED;
        return new Entry(verdict, maxError, count, counterexample);
    }

    /// A difference that rounding explains says nothing, and neither does a claim that overflows where the truth does
    /// not.
    private static boolean isExcused(
            Quantity claimed, double value, double actual, Sample sample, Quantity derivative) {
        if (!Double.isFinite(value)) {
            return claimed.overflowsAt(sample.at());
        }
        double rounding = claimed.roundingAt(sample.at()) + derivative.roundingAt(sample.at());
        return Math.abs(value - actual) <= 16 * rounding;
    }

    private static Verdict overall(Collection<Entry> entries) {
        if (entries.stream().anyMatch(entry -> entry.verdict() == Verdict.WRONG)) {
            return Verdict.WRONG;
        }
        return entries.stream().allMatch(entry -> entry.verdict() == Verdict.CORRECT)
                ? Verdict.CORRECT
                : Verdict.UNDECIDED;
    }
}
