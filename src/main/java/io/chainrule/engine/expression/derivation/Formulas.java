package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.ExpressionLimits;
import io.chainrule.engine.expression.ExpressionTooComplexException;
import io.chainrule.engine.expression.MathConstant;
import io.chainrule.engine.expression.Trace;
import io.chainrule.engine.expression.Warning;
import io.chainrule.engine.graph.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// An expression and its symbolic derivatives.
///
/// @param latex the expression, as it was written
/// @param derivatives by variable; one that nobody would read is left out, and a warning says so
public record Formulas(String latex, SequencedMap<String, Derivative> derivatives, List<Warning> warnings) {

    /// A derivative as text that parses, and as LaTeX.
    public record Derivative(String text, String latex) {}

    public Formulas {
        derivatives = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(derivatives));
        warnings = List.copyOf(warnings);
    }

    public static Formulas of(Expression expression, List<String> wrt) {
        var derivatives = new LinkedHashMap<String, Derivative>();
        var warnings = new ArrayList<Warning>();
        var slopes = derivatives(expression, wrt);
        for (var name : wrt) {
            var slope = slopes.getOrDefault(name, Optional.empty());
            if (slope.isPresent()) {
                derivatives.put(name, new Derivative(slope.get().print(), Latex.of(slope.get())));
            } else {
                warnings.add(Warning.general(
                        "formula-omitted",
                        "The derivative by %s is too long to be read as one formula".formatted(name),
                        "Ask for its steps, or differentiate a part of the expression"));
            }
        }
        return new Formulas(Latex.of(expression), derivatives, warnings);
    }

    /// The derivatives as expressions, empty where they are too large.
    static Map<String, Optional<Expression>> derivatives(Expression expression, List<String> wrt) {
        var trace = Trace.of(expression);
        var gradient = trace.graph().gradient(trace.output(), trace.inputs(wrt));
        var reading = new Reading(constants(trace));
        var derivatives = new HashMap<String, Optional<Expression>>();
        for (int i = 0; i < wrt.size(); i++) {
            derivatives.put(wrt.get(i), expression(reading, gradient.get(i)));
        }
        return derivatives;
    }

    /// The node as an expression within the usual limits, so that it can be read again.
    static Optional<Expression> expression(Reading reading, Node node) {
        return reading.of(node).flatMap(Formulas::written);
    }

    private static Optional<Expression> written(Term term) {
        try {
            var expression = Writing.of(term);
            ExpressionLimits.DEFAULT.require(expression);
            return Optional.of(expression);
        } catch (FormulaTooLargeException | ExpressionTooComplexException _) {
            return Optional.empty();
        }
    }

    private static Map<Integer, MathConstant> constants(Trace trace) {
        var constants = new HashMap<Integer, MathConstant>();
        for (int id = 0; id < trace.written().size(); id++) {
            var written = trace.written().get(id);
            if (written.op().equals("constant")) {
                int node = id;
                MathConstant.of(written.label()).ifPresent(constant -> constants.put(node, constant));
            }
        }
        return constants;
    }
}
