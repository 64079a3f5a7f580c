package io.chainrule.learning.training.minimization;

import io.chainrule.engine.expression.GradientQuestion;
import io.chainrule.engine.expression.Warning;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Wording;
import io.chainrule.learning.training.optimizer.Descent;
import io.chainrule.learning.training.optimizer.Point;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes an expression small, step after step, at the pace of whoever pulls. The same specification gives the same
/// bits.
public final class Minimization {

    /// So many times farther away than the start, or than 1, nobody looks for a minimum.
    private static final double FAR = 1e20;

    private final MinimizationSpec spec;
    private final List<String> variables;
    private final ExpressionObjective objective;
    private final Descent descent;
    private final double farthest;
    private final Path path;
    private int steps;
    private Visit best;
    private @Nullable StopReason stopReason;

    private Minimization(MinimizationSpec spec) {
        this.spec = spec;
        this.variables = spec.variables();
        this.objective = ExpressionObjective.of(spec.expression(), variables, spec.constants());
        var start = variables.stream().mapToDouble(spec.start()::get).toArray();
        this.descent = Descent.of(spec.optimizer(), objective, start, spec.tolerance());
        requireFinite(descent.point());
        this.farthest = FAR * Math.max(1, descent.point().distance());
        this.best = Visit.of(0, descent.point());
        this.path = new Path(best);
        this.stopReason = descent.isSettled() ? StopReason.CONVERGED : null;
    }

    /// A minimization at its start.
    ///
    /// @throws InvalidSpecException if the expression has no finite value and gradient there
    public static Minimization of(MinimizationSpec spec) {
        return new Minimization(spec);
    }

    /// Goes on to the end, or until the seconds of the specification have gone by on this clock.
    public void run(Clock clock) {
        var deadline = clock.instant().plus(Duration.ofNanos((long) (spec.maxSeconds() * 1e9)));
        while (stopReason == null) {
            if (clock.instant().isAfter(deadline)) {
                stopReason = StopReason.TIME_LIMIT;
            } else {
                next();
            }
        }
    }

    /// Goes one step.
    public void next() {
        if (stopReason != null) {
            throw new IllegalStateException("It has ended: " + stopReason);
        }
        if (!descent.advance()) {
            stopReason = StopReason.STALLED;
            return;
        }
        steps++;
        var visit = Visit.of(steps, descent.point());
        path.append(visit);
        stopReason = reasonToStop(descent.point());
        if ((visit.value() <= best.value() && Double.isFinite(visit.value())) || stopReason == StopReason.CONVERGED) {
            best = visit;
        }
    }

    public boolean isFinished() {
        return stopReason != null;
    }

    /// Why it has ended; absent while it has not.
    public @Nullable StopReason stopReason() {
        return stopReason;
    }

    /// How many steps were made.
    public int steps() {
        return steps;
    }

    /// Where it converged, or else the lowest point so far.
    public Minimum minimum() {
        var at = new LinkedHashMap<String, Double>();
        for (int i = 0; i < variables.size(); i++) {
            at.put(variables.get(i), best.at()[i]);
        }
        return new Minimum(best.value(), at, best.gradientNorm());
    }

    public Path path() {
        return path;
    }

    /// What moves, in the order of the path's coordinates.
    public List<String> variables() {
        return variables;
    }

    /// The expression on a grid around the path.
    ///
    /// @throws IllegalStateException unless there are two variables
    public Surroundings surroundings(int columns, int rows) {
        if (variables.size() != 2) {
            throw new IllegalStateException("A map has two variables, but these are " + variables);
        }
        return Surroundings.of(this, objective, columns, rows);
    }

    /// What the person who asked should know, although it can be minimized: names that were given in vain.
    public List<Warning> warnings() {
        return start().stream().filter(warning -> warning.node() == null).toList();
    }

    private @Nullable StopReason reasonToStop(Point point) {
        if (!point.isFinite() || point.distance() > farthest) {
            return StopReason.DIVERGED;
        }
        if (descent.isSettled()) {
            return StopReason.CONVERGED;
        }
        return steps == spec.maxSteps() ? StopReason.STEPS : null;
    }

    private void requireFinite(Point point) {
        if (!point.isFinite()) {
            var what = Double.isFinite(point.value())
                    ? "The gradient at the start is not finite"
                    : "The value at the start is " + Wording.number(point.value());
            var cause = start().stream()
                    .filter(warning -> warning.node() != null)
                    .findFirst()
                    .map(warning -> ": " + warning.detail())
                    .orElse("");
            throw new InvalidSpecException("/start", what + cause + ". Start somewhere else");
        }
    }

    /// What there is to say about the expression at the start.
    private List<Warning> start() {
        return GradientQuestion.of(spec.expression(), spec.values(), variables, 1)
                .answer()
                .warnings();
    }
}
