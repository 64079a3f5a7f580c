package io.chainrule.engine.expression;

import io.chainrule.engine.graph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A [GradientQuestion] asked in many points at once.
///
/// @param direction how variables move, for derivatives in that direction; empty for none
public record BatchQuestion(
        Expression expression, Batch batch, List<String> wrt, int order, Map<String, Double> direction) {

    private static final long LARGEST_ANSWER = 20_000_000;
    private static final int LOOKED_AT = 16; // a row may be troubled by what it was given

    /// Accepts only what can be answered.
    ///
    /// @throws MissingVariableException if a variable has no values
    /// @throws UnknownNameException if `wrt` or the direction name what is neither a variable nor given values
    /// @throws ExpressionTooComplexException if the answer would have more numbers than anybody could take home
    public BatchQuestion {
        wrt = wrt.stream().distinct().toList();
        direction = Collections.unmodifiableMap(new LinkedHashMap<>(direction));
        if (order < 1 || order > 2) {
            throw new IllegalArgumentException("The order is 1 or 2, but got " + order);
        }
        expression.requireValues(batch.names(), "at");
        expression.requireKnown(wrt, batch.names(), "wrt");
        expression.requireKnown(direction.keySet(), batch.names(), "direction");
        if (numbers(batch, wrt, order) > LARGEST_ANSWER) {
            throw new ExpressionTooComplexException(
                    "numbers in the answer to a batch",
                    (int) LARGEST_ANSWER,
                    "Ask for fewer rows, for fewer variables in wrt, or for order 1");
        }
    }

    /// By all variables as they appear if `wrt` is absent.
    public static BatchQuestion of(
            Expression expression,
            Batch batch,
            @Nullable List<String> wrt,
            int order,
            @Nullable Map<String, Double> direction) {
        return new BatchQuestion(
                expression,
                batch,
                wrt != null ? wrt : List.copyOf(expression.variables()),
                order,
                direction != null ? direction : Map.of());
    }

    /// How many the answer has, about.
    public long numbers() {
        return numbers(batch, wrt, order);
    }

    private static long numbers(Batch batch, List<String> wrt, int order) {
        long columns = 2L + 2L * wrt.size() + (order == 2 ? (long) wrt.size() * wrt.size() : 0);
        return columns * batch.rows();
    }

    public BatchEvaluation answer() {
        var trace = Trace.of(expression, Blocks.rowsOf(batch));
        var outputs = new ArrayList<>(List.of(trace.output()));
        outputs.addAll(trace.graph().gradient(trace.output(), trace.inputs(wrt)));
        var columns = new Blocks(trace, batch).run(outputs);
        var value = columns.getFirst();
        var gradient = byName(wrt, columns.subList(1, columns.size()));
        var along = direction.isEmpty() ? null : along();
        return new BatchEvaluation(
                value,
                gradient,
                order == 2 ? hessian() : null,
                along == null ? null : along.getFirst(),
                along == null || order == 1 ? null : byName(wrt, along.subList(1, along.size())),
                warnings(columns));
    }

    private List<double[]> along() {
        var trace = Trace.of(expression, Blocks.rowsOf(batch));
        var outputs = new ArrayList<>(List.of(trace.output()));
        if (order == 2) {
            outputs.addAll(trace.graph().gradient(trace.output(), trace.inputs(wrt)));
        }
        var directions = new HashMap<Node, Node>();
        direction.forEach((name, speed) -> {
            if (speed != 0) {
                var input = trace.inputs(List.of(name)).getFirst();
                directions.put(input, input.constant(speed));
            }
        });
        var tangents = trace.graph().tangents(outputs, directions);
        var zero = trace.output().constant(0);
        return new Blocks(trace, batch)
                .run(outputs.stream()
                        .map(output -> Objects.requireNonNullElse(tangents.of(output), zero))
                        .toList());
    }

    /// On and above the diagonal, then mirrored; every row of it has a graph of its own.
    private SequencedMap<String, SequencedMap<String, double[]>> hessian() {
        var hessian = new LinkedHashMap<String, SequencedMap<String, double[]>>();
        wrt.forEach(name -> hessian.put(name, new LinkedHashMap<>()));
        for (int i = 0; i < wrt.size(); i++) {
            var names = wrt.subList(i, wrt.size());
            var trace = Trace.of(expression, Blocks.rowsOf(batch));
            var inputs = trace.inputs(names);
            var slope = trace.graph().gradient(trace.output(), inputs.getFirst());
            var columns = new Blocks(trace, batch).run(trace.graph().gradient(slope, inputs));
            for (int j = 0; j < names.size(); j++) {
                Objects.requireNonNull(hessian.get(names.getFirst())).put(names.get(j), columns.get(j));
                Objects.requireNonNull(hessian.get(names.get(j))).put(names.getFirst(), columns.get(j));
            }
        }
        return hessian;
    }

    /// One warning for all rows that are not finite, from the first of them.
    private List<Warning> warnings(List<double[]> columns) {
        var warnings = new ArrayList<>(VariableNames.superfluous(expression, batch.names()));
        if (columns.stream().allMatch(BatchQuestion::isFinite)) {
            return warnings;
        }
        var troubled = IntStream.range(0, batch.rows())
                .filter(row -> columns.stream().anyMatch(column -> !Double.isFinite(column[row])))
                .toArray();
        for (int row : Arrays.copyOf(troubled, Math.min(troubled.length, LOOKED_AT))) {
            var warning = inRow(row);
            if (warning != null) {
                var others = troubled.length == 1 ? "" : "; %d rows are not finite".formatted(troubled.length);
                warnings.add(warning.inRow(row, warning.detail() + others));
                break;
            }
        }
        return warnings;
    }

    private @Nullable Warning inRow(int row) {
        var question = new GradientQuestion(expression, batch.row(row), wrt, 1);
        return Troubles.in(Explanation.of(expression, wrt, question.at())).stream()
                .findFirst()
                .map(warning -> warning.inRow(row, "Row %d: %s".formatted(row, warning.detail())))
                .orElse(null);
    }

    private static boolean isFinite(double[] column) {
        boolean isFinite = true;
        for (double number : column) {
            isFinite &= Math.abs(number) <= Double.MAX_VALUE;
        }
        return isFinite;
    }

    private static SequencedMap<String, double[]> byName(List<String> names, List<double[]> columns) {
        var result = new LinkedHashMap<String, double[]>();
        for (int i = 0; i < names.size(); i++) {
            result.put(names.get(i), columns.get(i));
        }
        return result;
    }
}
