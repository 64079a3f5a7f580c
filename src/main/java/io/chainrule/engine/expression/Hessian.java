package io.chainrule.engine.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Second derivatives, computed on and above the diagonal and mirrored below.
final class Hessian {

    private Hessian() {}

    static SequencedMap<String, SequencedMap<String, Double>> of(
            Expression expression, List<String> wrt, Map<String, Double> at) {
        int size = wrt.size();
        var entries = new double[size][size];
        for (int i = 0; i < size; i++) {
            var row = row(expression, wrt.subList(i, size), at);
            for (int j = i; j < size; j++) {
                entries[i][j] = row[j - i];
                entries[j][i] = row[j - i];
            }
        }
        var hessian = new LinkedHashMap<String, SequencedMap<String, Double>>();
        for (int i = 0; i < size; i++) {
            var row = new LinkedHashMap<String, Double>();
            for (int j = 0; j < size; j++) {
                row.put(wrt.get(j), entries[i][j]);
            }
            hessian.put(wrt.get(i), row);
        }
        return hessian;
    }

    /// The derivatives of the first variable's slope. Every row has a graph of its own, which is gone when
    /// the next begins: all of them together may not fit into memory.
    private static double[] row(Expression expression, List<String> names, Map<String, Double> at) {
        var trace = Trace.of(expression);
        var inputs = trace.inputs(names);
        var slope = trace.graph().gradient(trace.output(), inputs.getFirst());
        var row = trace.graph().gradient(slope, inputs);
        var plan = trace.run(row, at);
        return row.stream().mapToDouble(node -> plan.array(node)[0]).toArray();
    }
}
