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

    /// Constants of the rules that have a name.
    private static final double LN2 = 0.6931471805599453;
    private static final double LN10 = 2.302585092994046;
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;

    private final Algebra algebra = new Algebra();
    private final Choices choices = new Choices(algebra);
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
            case Linear(double slope, double intercept) -> linear(slope, operands.getFirst(), intercept);
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

    private Term linear(double slope, Term x, double intercept) {
        var scaled = slope == 4 ? slopeOfTanh(x).orElseGet(() -> times(slope, x)) : times(slope, x);
        return algebra.plus(scaled, algebra.number(Ratio.of(intercept)));
    }

    private Term times(double slope, Term x) {
        double size = Math.abs(slope);
        var sign = algebra.number(slope < 0 ? -1 : 1);
        var factor = size == LN2
                ? algebra.apply(Unary.LOG, algebra.number(2))
                : size == LN10
                        ? algebra.apply(Unary.LOG, algebra.number(10))
                        : size == TWO_OVER_ROOT_PI
                                ? algebra.over(algebra.number(2), root(algebra.named(MathConstant.PI)))
                                : algebra.number(Ratio.of(size));
        return algebra.times(algebra.times(sign, factor), x);
    }

    /// 4σ(2x)σ(−2x), which is 1/cosh².
    private Optional<Term> slopeOfTanh(Term term) {
        var product = Algebra.asProduct(term);
        if (!product.coefficient().isOne() || product.powers().size() != 2) {
            return Optional.empty();
        }
        var left = Choices.operandsOf(Unary.SIGMOID, product.powers().getFirst().base());
        var right = Choices.operandsOf(Unary.SIGMOID, product.powers().getLast().base());
        return left.filter(x -> right.isPresent()
                        && algebra.negate(x.getFirst()) == right.get().getFirst())
                .map(x -> algebra.times(algebra.number(Ratio.of(0.5)), x.getFirst()))
                .map(x -> algebra.power(algebra.apply(Unary.COSH, x), Ratio.of(-2)));
    }

    private Term unary(Unary function, Term x) {
        return switch (function) {
            case NEG -> negated(x);
            case SQUARE -> algebra.power(x, Ratio.of(2));
            case RECIPROCAL -> algebra.power(x, Ratio.MINUS_ONE);
            case BELL -> exp(algebra.negate(algebra.power(x, Ratio.of(2))));
            case NORMAL_DENSITY -> density(x);
            case NORMAL_CUMULATIVE -> cumulative(x);
            case EXP -> exp(x);
            case LOG -> log(x);
            default -> algebra.apply(function, x);
        };
    }

    /// -relu(-x) is min(x, 0).
    private Term negated(Term x) {
        return Choices.operandsOf(Unary.RELU, x)
                .map(List::getFirst)
                .filter(inner -> Algebra.asProduct(inner).coefficient().equals(Ratio.MINUS_ONE))
                .map(inner -> algebra.apply(Several.MIN, algebra.negate(inner), algebra.number(0)))
                .orElseGet(() -> algebra.negate(x));
    }

    private Term exp(Term x) {
        return Algebra.isNumber(x, 0) ? algebra.number(1) : algebra.apply(Unary.EXP, x);
    }

    private Term log(Term x) {
        if (Algebra.isNumber(x, 1)) {
            return algebra.number(0);
        }
        return x.content().equals(new Content.Named(MathConstant.E)) ? algebra.number(1) : algebra.apply(Unary.LOG, x);
    }

    /// e^(-x²/2)/√(2π).
    private Term density(Term x) {
        var exponent = algebra.times(algebra.number(Ratio.of(-0.5)), algebra.power(x, Ratio.of(2)));
        return algebra.over(exp(exponent), root(algebra.named(MathConstant.TAU)));
    }

    /// erfc(-x/√2)/2.
    private Term cumulative(Term x) {
        var scaled = algebra.negate(algebra.over(x, root(algebra.number(2))));
        return algebra.times(algebra.number(Ratio.of(0.5)), algebra.apply(Unary.ERFC, scaled));
    }

    private Term root(Term x) {
        return algebra.apply(Unary.SQRT, x);
    }

    private Term binary(Binary function, Term a, Term b) {
        return switch (function) {
            case ADD -> choices.plus(a, b);
            case SUB -> algebra.minus(a, b);
            case MUL -> algebra.times(a, b);
            case DIV -> algebra.over(a, b);
            case POW ->
                Algebra.numberIn(b)
                        .map(exponent -> algebra.power(a, exponent))
                        .orElseGet(() -> algebra.apply(function, a, b));
            case ATAN2, LEAKY_RELU -> algebra.apply(function, a, b);
            case LT, LE, GT, GE, EQ, NE -> choices.compare(function, a, b);
            case GATE -> choices.gate(a, b);
        };
    }

    private Term several(Function function, List<Term> operands) {
        return function == Several.WHERE
                ? choices.where(operands.get(0), operands.get(1), operands.get(2))
                : algebra.of(new Content.Apply(function, operands));
    }
}
