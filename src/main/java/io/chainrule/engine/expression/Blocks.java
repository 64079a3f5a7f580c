package io.chainrule.engine.expression;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Runs one plan over all rows of a batch, a block at a time.
///
/// All that depends on a row is in that row, so blocks have no part in the results; they keep the arrays of
/// all steps in the cache.
final class Blocks {

    static final int ROWS = 512;

    private final Trace trace;
    private final Batch batch;

    /// @param trace of columns, [#rowsOf] long
    Blocks(Trace trace, Batch batch) {
        this.trace = trace;
        this.batch = batch;
    }

    /// How many rows are computed at once.
    static int rowsOf(Batch batch) {
        return Math.min(ROWS, batch.rows());
    }

    /// The columns of these nodes.
    List<double[]> run(List<Node> outputs) {
        var plan = Plan.of(outputs, Map.of());
        var columns = outputs.stream().map(_ -> new double[batch.rows()]).toList();
        int block = rowsOf(batch);
        var names = trace.names();
        var inputs = trace.inputs(names);
        var scratch = new double[block];
        var changing = Set.copyOf(batch.changing());
        for (int from = 0; from < batch.rows(); from += block) {
            for (int i = 0; i < names.size(); i++) {
                if (from == 0 || changing.contains(names.get(i))) {
                    batch.copy(names.get(i), from, scratch);
                    plan.with(inputs.get(i), scratch);
                }
            }
            plan.run();
            for (int i = 0; i < columns.size(); i++) {
                System.arraycopy(
                        plan.array(outputs.get(i)), 0, columns.get(i), from, Math.min(block, batch.rows() - from));
            }
        }
        return columns;
    }
}
