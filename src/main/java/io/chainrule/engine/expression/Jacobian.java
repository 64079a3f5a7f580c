package io.chainrule.engine.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Several expressions at one point: their values, and a row of derivatives each.
///
/// @param variables what the columns stand for
/// @param rows one an expression
public record Jacobian(List<Double> values, List<String> variables, List<List<Double>> rows, List<Warning> warnings) {

    public Jacobian {
        values = List.copyOf(values);
        variables = List.copyOf(variables);
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }

    /// By all variables as they appear if `wrt` is absent.
    ///
    /// @throws MissingVariableException if a variable has no value
    /// @throws UnknownNameException if `wrt` names what is neither a variable nor given a value
    public static Jacobian of(List<Expression> expressions, Map<String, Double> at, @Nullable List<String> wrt) {
        var names = new LinkedHashSet<String>();
        for (var expression : expressions) {
            expression.requireValues(at.keySet(), "at");
            names.addAll(expression.variables());
        }
        if (wrt != null) {
            VariableNames.requireKnown(wrt, names, at.keySet(), "wrt");
        }
        var variables =
                wrt == null ? List.copyOf(names) : wrt.stream().distinct().toList();
        var values = new ArrayList<Double>();
        var rows = new ArrayList<List<Double>>();
        var warnings = new ArrayList<>(VariableNames.superfluous(names, at.keySet()));
        for (int i = 0; i < expressions.size(); i++) {
            int row = i;
            var own = new LinkedHashMap<>(at);
            own.keySet().removeIf(name -> !names.contains(name) && !variables.contains(name));
            var answer = new GradientQuestion(expressions.get(i), own, variables, 1).answer();
            values.add(answer.value());
            rows.add(List.copyOf(answer.gradient().values()));
            answer.warnings().stream()
                    .filter(warning -> warning.node() != null)
                    .map(warning -> warning.inRow(row, "Expression %d: %s".formatted(row, warning.detail())))
                    .forEach(warnings::add);
        }
        return new Jacobian(values, variables, rows, warnings);
    }
}
