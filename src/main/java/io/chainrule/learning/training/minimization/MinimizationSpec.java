package io.chainrule.learning.training.minimization;

import io.chainrule.engine.expression.Expression;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which expression to make small, from where, and how.
public record MinimizationSpec(
        @Setting(
                help = "The expression to make small, as infix text or as a tree of function names",
                example = "\"(1-x)^2 + 100*(y-x^2)^2\"")
        Expression expression,

        @Setting(help = "Where to start: a value for every variable", most = 1_000, example = "{\"x\": -1.2, \"y\": 1}")
        Map<String, Double> start,

        @Setting(
                help = "Values of variables that stay as they are",
                byDefault = "{}",
                most = 1_000,
                example = "{\"a\": 100}")
        Map<String, Double> constants,

        @Setting(help = "How to go down", byDefault = "\"lbfgs\"", example = "{\"type\": \"newton\"}")
        OptimizerSpec.OfExpressions optimizer,

        @Setting(help = "Steps to make at most", byDefault = "500", min = 1, max = 100_000)
        int maxSteps,

        @Setting(help = "Largest absolute gradient component at a minimum", byDefault = "1e-8", min = 0)
        double tolerance,

        @Setting(help = "Seconds to take at most", byDefault = "10", above = 0, max = 60)
        double maxSeconds,

        @Setting(help = "Whether to answer the path as well", byDefault = "true")
        boolean path) {

    /// Accepts only what can be started.
    ///
    /// @throws io.chainrule.engine.expression.MissingVariableException if a variable has no value
    public MinimizationSpec {
        Settings.require(
                MinimizationSpec.class, expression, start, constants, optimizer, maxSteps, tolerance, maxSeconds, path);
        start = Collections.unmodifiableMap(new LinkedHashMap<>(start));
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        for (var name : constants.keySet()) {
            if (start.containsKey(name)) {
                throw new InvalidSpecException(
                        Violation.pointer("constants", name), "%s is a variable of start already".formatted(name));
            }
        }
        expression.requireValues(values(start, constants).keySet(), "start");
        if (Collections.disjoint(expression.variables(), start.keySet())) {
            throw new InvalidSpecException("/start", "The expression needs a variable that it can be made small by");
        }
    }

    /// The variables that move, in the order of the start.
    List<String> variables() {
        var written = expression.variables();
        return start.keySet().stream().filter(written::contains).toList();
    }

    /// Everything that has a value at the start.
    Map<String, Double> values() {
        return values(start, constants);
    }

    private static Map<String, Double> values(Map<String, Double> start, Map<String, Double> constants) {
        var values = new LinkedHashMap<>(start);
        values.putAll(constants);
        return values;
    }
}
