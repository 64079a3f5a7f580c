package io.chainrule.learning.training.minimization;

import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/// Minimizations for tests: everything at its default, then changed field by field.
final class Minimizations {

    static final OptimizerSpec.OfExpressions LBFGS = new OptimizerSpec.Lbfgs(10);
    static final OptimizerSpec.OfExpressions NEWTON = new OptimizerSpec.Newton();
    static final String ROSENBROCK = "(1-x)^2 + 100*(y-x^2)^2";
    static final String HIMMELBLAU = "(x^2+y-11)^2 + (x+y^2-7)^2";
    static final String MCCORMICK = "sin(x+y) + (x-y)^2 - 1.5*x + 2.5*y + 1";

    private final String expression;
    private final Map<String, Double> start = new LinkedHashMap<>();
    private Map<String, Double> constants = Map.of();
    private OptimizerSpec.OfExpressions optimizer = LBFGS;
    private int maxSteps = 500;
    private double tolerance = 1e-8;

    private Minimizations(String expression) {
        this.expression = expression;
    }

    static Minimizations of(String expression) {
        return new Minimizations(expression);
    }

    Minimizations from(String name, double value) {
        start.put(name, value);
        return this;
    }

    Minimizations from(double x, double y) {
        return from("x", x).from("y", y);
    }

    Minimizations constants(Map<String, Double> constants) {
        this.constants = constants;
        return this;
    }

    Minimizations by(OptimizerSpec.OfExpressions optimizer) {
        this.optimizer = optimizer;
        return this;
    }

    Minimizations maxSteps(int maxSteps) {
        this.maxSteps = maxSteps;
        return this;
    }

    Minimizations tolerance(double tolerance) {
        this.tolerance = tolerance;
        return this;
    }

    MinimizationSpec spec() {
        return new MinimizationSpec(
                ExpressionParser.parse(expression), start, constants, optimizer, maxSteps, tolerance, 10, true);
    }

    /// At its end, with a clock that stands still.
    Minimization run() {
        var minimization = Minimization.of(spec());
        minimization.run(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        return minimization;
    }
}
