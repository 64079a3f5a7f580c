package io.chainrule.learning.model;

import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.dataset.Matrix;
import java.util.List;

/// A model at work on encoded rows, block by block. It belongs to one thread.
///
/// A row's outputs do not depend on the rows around it, to the last bit; so blocks may be of any size.
public final class Predictor {

    private static final int BLOCK = 256;

    private final int block;
    private final Plan plan;
    private final double[] features;
    private final double[] scores;
    private final double[] predictions;
    private final int inputs;
    private final int outputs;

    Predictor(Model model, int rows) {
        var network = model.network();
        var link = model.link();
        this.block = Math.clamp(rows, 1, BLOCK);
        this.inputs = network.inputs();
        var forward = network.forward(block, Pass.INFERENCE);
        var scored = link.scores(forward.outputs());
        var predicted = link.of(scored);
        this.outputs = scored.shape().columns();
        this.plan = Plan.of(List.of(scored, predicted), forward.bound(model.parameters()));
        this.features = plan.array(forward.features());
        this.scores = plan.array(scored);
        this.predictions = plan.array(predicted);
    }

    public Outputs of(Matrix rows) {
        var allScores = new double[rows.rows() * outputs];
        var allPredictions = new double[rows.rows() * outputs];
        for (int from = 0; from < rows.rows(); from += block) {
            int count = Math.min(block, rows.rows() - from);
            System.arraycopy(rows.values(), from * inputs, features, 0, count * inputs);
            plan.run();
            System.arraycopy(scores, 0, allScores, from * outputs, count * outputs);
            System.arraycopy(predictions, 0, allPredictions, from * outputs, count * outputs);
        }
        return new Outputs(
                new Matrix(rows.rows(), outputs, allScores), new Matrix(rows.rows(), outputs, allPredictions));
    }
}
