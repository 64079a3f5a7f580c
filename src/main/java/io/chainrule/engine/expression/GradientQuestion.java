package io.chainrule.engine.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What is the value of this expression here, and how does it change with its variables?
///
/// @param at the value of every variable
/// @param wrt the variables to differentiate by, in the order of the answer
/// @param order 1 for the gradient, 2 for the Hessian as well
public record GradientQuestion(Expression expression, Map<String, Double> at, List<String> wrt, int order) {

    /// Accepts only what can be answered.
    ///
    /// @throws MissingVariableException if a variable has no value
    /// @throws UnknownNameException if `wrt` names what is neither a variable nor given a value
    public GradientQuestion {
        at = Collections.unmodifiableMap(new LinkedHashMap<>(at));
        wrt = wrt.stream().distinct().toList();
        if (order < 1 || order > 2) {
            throw new IllegalArgumentException("The order is 1 or 2, but got " + order);
        }
        expression.requireValues(at.keySet(), "at");
        expression.requireKnown(wrt, at.keySet(), "wrt");
    }

    /// By all variables as they appear if `wrt` is absent.
    public static GradientQuestion of(
            Expression expression, Map<String, Double> at, @Nullable List<String> wrt, int order) {
        return new GradientQuestion(expression, at, wrt != null ? wrt : List.copyOf(expression.variables()), order);
    }

    /// The same question without the Hessian.
    public GradientQuestion firstOrder() {
        return new GradientQuestion(expression, at, wrt, 1);
    }

    public Evaluation answer() {
        var graph = Explanation.of(expression, wrt, at);
        var gradient = gradient(graph);
        var hessian = order == 2 ? Hessian.of(expression, wrt, at) : null;
        var warnings = new ArrayList<>(VariableNames.superfluous(expression, at.keySet()));
        warnings.addAll(Troubles.in(graph));
        warnings.addAll(Kinks.in(this, graph));
        if (hessian != null) {
            warnings.addAll(Troubles.in(gradient, hessian));
        }
        return new Evaluation(graph.nodes().get(graph.output()).value(), gradient, hessian, graph, warnings);
    }

    private SequencedMap<String, Double> gradient(ExplainedGraph graph) {
        var slopes = new LinkedHashMap<String, Double>();
        for (var node : graph.nodes()) {
            if (node.op().equals("variable") && node.gradient() != null) {
                slopes.put(node.label(), node.gradient());
            }
        }
        var gradient = new LinkedHashMap<String, Double>();
        for (var name : wrt) {
            gradient.put(name, slopes.getOrDefault(name, 0.0));
        }
        return gradient;
    }
}
