package io.chainrule.service.export;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.chainrule.engine.graph.Binary;
import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Several;
import io.chainrule.engine.graph.Unary;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;

/// Elementwise functions in the operators of ONNX.
///
/// What has an operator of its own is that; the rest is composed, so that it also runs in double precision, for which
/// ONNX Runtime has few kernels.
final class OnnxFunctions {

    /// ONNX Runtime computes these with four bytes a number only.
    private static final Set<Unary> SINGLE = EnumSet.of(
            Unary.TAN,
            Unary.ASIN,
            Unary.ACOS,
            Unary.ATAN,
            Unary.ASINH,
            Unary.ACOSH,
            Unary.ATANH,
            Unary.ERF,
            Unary.ERFC,
            Unary.GELU);

    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;

    private final OnnxGraph graph;

    OnnxFunctions(OnnxGraph graph) {
        this.graph = graph;
    }

    /// @throws NotExportableException if there is no such operator
    String of(Function function, List<String> operands) {
        return switch (function) {
            case Unary unary -> of(unary, operands.getFirst());
            case Binary binary -> of(binary, operands.getFirst(), operands.getLast());
            case Several several -> of(several, operands);
        };
    }

    private String of(Unary function, String x) {
        if (graph.precision() == Precision.FLOAT64 && SINGLE.contains(function)) {
            throw new NotExportableException(
                    "There is no kernel in double precision for " + function.key(),
                    "Ask for precision=float32, or use another function");
        }
        return switch (function) {
            case NEG -> graph.apply("Neg", x);
            case EXP -> graph.apply("Exp", x);
            case EXPM1 -> minus(graph.apply("Exp", x), 1);
            case LOG -> graph.apply("Log", x);
            case LOG1P -> graph.apply("Log", plus(x, 1));
            case LOG2 -> times(graph.apply("Log", x), 1 / StrictMath.log(2));
            case LOG10 -> times(graph.apply("Log", x), 1 / StrictMath.log(10));
            case SQRT -> graph.apply("Sqrt", x);
            case CBRT -> graph.apply("Mul", graph.apply("Sign", x), power(graph.apply("Abs", x), 1.0 / 3));
            case ABS -> graph.apply("Abs", x);
            case SIGN -> graph.apply("Sign", x);
            case FLOOR -> graph.apply("Floor", x);
            case CEIL -> graph.apply("Ceil", x);
            case ROUND -> graph.apply("Round", x);
            case SQUARE -> graph.apply("Mul", x, x);
            case RECIPROCAL -> graph.apply("Reciprocal", x);
            case SIN -> graph.apply("Sin", x);
            case COS -> graph.apply("Cos", x);
            case TAN -> graph.apply("Tan", x);
            case ASIN -> graph.apply("Asin", x);
            case ACOS -> graph.apply("Acos", x);
            case ATAN -> graph.apply("Atan", x);
            case SINH ->
                times(graph.apply("Sub", graph.apply("Exp", x), graph.apply("Exp", graph.apply("Neg", x))), 0.5);
            case COSH ->
                times(graph.apply("Add", graph.apply("Exp", x), graph.apply("Exp", graph.apply("Neg", x))), 0.5);
            case TANH -> graph.apply("Tanh", x);
            case ASINH -> graph.apply("Asinh", x);
            case ACOSH -> graph.apply("Acosh", x);
            case ATANH -> graph.apply("Atanh", x);
            case SIGMOID -> graph.apply("Sigmoid", x);
            case SOFTPLUS -> softplus(x);
            case RELU -> graph.apply("Relu", x);
            case LEAKY_RELU -> leaky(x, graph.number(0.01));
            case ELU -> bent(x, 1, 1);
            case SELU -> bent(x, SELU_SCALE, SELU_SCALE * SELU_ALPHA);
            case GELU -> graph.apply("Mul", times(x, 0.5), plus(graph.apply("Erf", times(x, Math.sqrt(0.5))), 1));
            case SILU -> graph.apply("Div", x, plus(graph.apply("Exp", graph.apply("Neg", x)), 1));
            case MISH -> graph.apply("Mul", x, graph.apply("Tanh", softplus(x)));
            case ERF -> graph.apply("Erf", x);
            case ERFC -> graph.apply("Sub", graph.number(1), graph.apply("Erf", x));
            case BELL, NORMAL_DENSITY, NORMAL_CUMULATIVE -> throw new IllegalStateException(function + " is a slope");
        };
    }

    private String of(Binary function, String a, String b) {
        return switch (function) {
            case ADD -> graph.apply("Add", a, b);
            case SUB -> graph.apply("Sub", a, b);
            case MUL -> graph.apply("Mul", a, b);
            case DIV -> graph.apply("Div", a, b);
            case POW -> graph.apply("Pow", a, b);
            case LEAKY_RELU -> leaky(a, b);
            case LT -> truth("Less", a, b);
            case LE -> truth("LessOrEqual", a, b);
            case GT -> truth("Greater", a, b);
            case GE -> truth("GreaterOrEqual", a, b);
            case EQ -> truth("Equal", a, b);
            case NE -> graph.apply("Sub", graph.number(1), truth("Equal", a, b));
            case ATAN2 -> throw new NotExportableException("ONNX has no atan2", "Write atan(y/x) where x is positive");
            case GATE -> throw new IllegalStateException("A gate is part of a slope");
        };
    }

    private String of(Several function, List<String> operands) {
        return switch (function) {
            case MAX -> graph.apply("Max", operands.toArray(String[]::new));
            case MIN -> graph.apply("Min", operands.toArray(String[]::new));
            case HYPOT ->
                graph.apply(
                        "Sqrt",
                        folded(
                                operands.stream()
                                        .map(x -> graph.apply("Mul", x, x))
                                        .toList(),
                                this::sum));
            case LOGSUMEXP -> logSumExp(operands);
            case WHERE -> graph.apply("Where", isTrue(operands.get(0)), operands.get(1), operands.get(2));
            case CLIP -> graph.apply("Min", graph.apply("Max", operands.get(0), operands.get(1)), operands.get(2));
        };
    }

    private String logSumExp(List<String> operands) {
        var largest = graph.apply("Max", operands.toArray(String[]::new));
        var parts = operands.stream()
                .map(x -> graph.apply("Exp", graph.apply("Sub", x, largest)))
                .toList();
        return graph.apply("Add", largest, graph.apply("Log", folded(parts, this::sum)));
    }

    private static String folded(List<String> parts, BinaryOperator<String> operator) {
        return parts.stream().reduce(operator).orElseThrow();
    }

    private String sum(String a, String b) {
        return graph.apply("Add", a, b);
    }

    private String isTrue(String condition) {
        return graph.apply("Not", graph.apply("Equal", condition, graph.number(0)));
    }

    private String truth(String comparison, String a, String b) {
        return cast(graph.apply(comparison, a, b));
    }

    /// Whole numbers or truths as numbers of the model.
    String cast(String value) {
        TensorProto.DataType type = graph.precision().type();
        return graph.apply("", "Cast", List.of(OnnxGraph.attribute("to", type.getNumber())), value);
    }

    private String leaky(String x, String slope) {
        return graph.apply("Where", graph.apply("Greater", x, graph.number(0)), x, graph.apply("Mul", x, slope));
    }

    /// max(x, 0) is split off so that exp never sees a positive argument.
    private String softplus(String x) {
        var small = graph.apply("Exp", graph.apply("Neg", graph.apply("Abs", x)));
        return graph.apply("Add", graph.apply("Relu", x), graph.apply("Log", plus(small, 1)));
    }

    /// scale·x where x is positive, else alpha·(e^x − 1).
    private String bent(String x, double scale, double alpha) {
        var negative = minus(graph.apply("Exp", graph.apply("Min", x, graph.number(0))), 1);
        return graph.apply(
                "Where", graph.apply("Greater", x, graph.number(0)), times(x, scale), times(negative, alpha));
    }

    private String times(String x, double factor) {
        return graph.apply("Mul", x, graph.number(factor));
    }

    private String plus(String x, double summand) {
        return graph.apply("Add", x, graph.number(summand));
    }

    private String minus(String x, double subtrahend) {
        return graph.apply("Sub", x, graph.number(subtrahend));
    }

    private String power(String x, double exponent) {
        return graph.apply("Pow", x, graph.number(exponent));
    }
}
