package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.expression.MathConstant;
import io.chainrule.engine.expression.derivation.Term.Content;
import io.chainrule.engine.graph.Binary;
import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Linear;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Several;
import io.chainrule.engine.graph.Source;
import io.chainrule.engine.graph.Unary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads nodes of a graph as terms, both passes alike. What only derivative rules use becomes functions that everybody
/// may write.
final class Reading {

    private final Algebra algebra = new Algebra();
    private final Elementary elementary = new Elementary(algebra);
    private final Conditions conditions = new Conditions(algebra);
    private final Choices choices = new Choices(algebra, conditions);
    private final Map<Integer, MathConstant> constants;
    private final Map<Node, Optional<Term>> read = new HashMap<>();

    /// @param constants the nodes that were written as names, by id
    Reading(Map<Integer, MathConstant> constants) {
        this.constants = constants;
    }

    /// The node as a term; empty if it would be too large to read.
    Optional<Term> of(Node output) {
        var needed = new boolean[output.id() + 1];
        needed[output.id()] = true;
        for (int id = output.id(); id >= 0; id--) {
            var node = output.graph().nodes().get(id);
            if (needed[id] && !read.containsKey(node)) {
                node.operands().forEach(operand -> needed[operand.id()] = true);
            }
        }
        for (int id = 0; id <= output.id(); id++) {
            if (needed[id]) {
                read.computeIfAbsent(output.graph().nodes().get(id), this::term);
            }
        }
        return read.getOrDefault(output, Optional.empty());
    }

    private Optional<Term> term(Node node) {
        var operands = node.operands().stream()
                .flatMap(operand -> read.getOrDefault(operand, Optional.empty()).stream())
                .toList();
        if (operands.size() < node.operands().size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(term(node, operands));
        } catch (FormulaTooLargeException _) {
            return Optional.empty();
        }
    }

    private Term term(Node node, List<Term> operands) {
        var named = constants.get(node.id());
        if (named != null) {
            return algebra.named(named);
        }
        return switch (node.primitive()) {
            case Source.Constant(double value) -> algebra.number(Ratio.of(value));
            case Source.Input(var name) -> algebra.variable(name);
            case Linear(double slope, double intercept) -> elementary.linear(slope, operands.getFirst(), intercept);
            case Unary function -> unary(function, operands.getFirst());
            case Binary function ->
                isSign(node) ? sign(node) : binary(function, operands.getFirst(), operands.getLast());
            case Several function -> several(function, operands);
            default -> throw new FormulaTooLargeException("Matrices have no formula here");
        };
    }

    /// The slope of abs: the adjoint where x is positive, minus the adjoint where it is negative.
    private static boolean isSign(Node node) {
        return node.primitive() == Binary.SUB
                && node.operand(0).primitive() == Binary.GATE
                && node.operand(1).primitive() == Binary.GATE
                && node.operand(0).operand(0) == node.operand(1).operand(0)
                && node.operand(1).operand(1).primitive() == Unary.NEG
                && node.operand(1).operand(1).operand(0) == node.operand(0).operand(1);
    }

    private Term sign(Node node) {
        var gate = node.operand(0);
        return algebra.times(known(gate.operand(0)), algebra.apply(Unary.SIGN, known(gate.operand(1))));
    }

    private Term known(Node node) {
        return read.getOrDefault(node, Optional.empty()).orElseThrow();
    }

    private Term unary(Unary function, Term x) {
        return switch (function) {
            case NEG -> elementary.negated(x);
            case SQUARE -> algebra.power(x, Ratio.of(2));
            case RECIPROCAL -> algebra.power(x, Ratio.MINUS_ONE);
            case BELL -> elementary.exp(algebra.negate(algebra.power(x, Ratio.of(2))));
            case NORMAL_DENSITY -> elementary.density(x);
            case NORMAL_CUMULATIVE -> elementary.cumulative(x);
            case EXP -> elementary.exp(x);
            case LOG -> elementary.log(x);
            default -> algebra.apply(function, x);
        };
    }

    private Term binary(Binary function, Term a, Term b) {
        return switch (function) {
            case ADD -> choices.plus(a, b);
            case SUB -> algebra.minus(a, b);
            case MUL -> algebra.times(a, b);
            case DIV -> algebra.over(a, b);
            case POW ->
                b.number().map(exponent -> algebra.power(a, exponent)).orElseGet(() -> algebra.apply(function, a, b));
            case ATAN2, LEAKY_RELU -> algebra.apply(function, a, b);
            case LT, LE, GT, GE, EQ, NE -> conditions.compare(function, a, b);
            case GATE -> choices.gate(a, b);
        };
    }

    private Term several(Function function, List<Term> operands) {
        return function == Several.WHERE
                ? choices.where(operands.get(0), operands.get(1), operands.get(2))
                : algebra.of(new Content.Apply(function, operands));
    }
}
