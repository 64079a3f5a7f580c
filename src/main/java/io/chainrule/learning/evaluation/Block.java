package io.chainrule.learning.evaluation;

import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.model.Outputs;
import java.util.function.Consumer;

/// Consecutive examples that a model has been asked about.
///
/// @param from place of the first one
record Block(int from, Matrix targets, Outputs outputs) {

    /// Rows that are encoded at once; nothing depends on it but memory.
    private static final int ROWS = 2048;

    static void each(Model model, KnownExamples examples, Consumer<Block> work) {
        var predictor = model.predictor(Math.min(ROWS, examples.count()));
        var encoding = model.encoding();
        for (int from = 0; from < examples.count(); from += ROWS) {
            var rows = examples.rows(from, Math.min(from + ROWS, examples.count()));
            var outputs = predictor.of(encoding.encode(examples.dataset().table(), rows));
            work.accept(new Block(from, encoding.encodeTargets(examples.dataset(), rows), outputs));
        }
    }

    /// Copies a column of this block to its place among all examples.
    void put(double[] column, double[] all) {
        System.arraycopy(column, 0, all, from, column.length);
    }
}
