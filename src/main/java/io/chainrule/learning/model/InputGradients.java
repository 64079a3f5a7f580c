package io.chainrule.learning.model;

import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.dataset.FeatureEncoding;
import io.chainrule.learning.dataset.Matrix;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// How the prediction for a row moves with each number in it: the derivative of the winning class's probability, or of
/// the value, by the feature in raw units.
///
/// Rows do not influence each other, so one backward pass from the sum of their predictions serves all of them; a
/// centred and scaled feature then passes its scale on. A category does not move, and has no derivative.
public final class InputGradients {

    private static final int BLOCK = 256;

    private final Model model;
    private final int block;
    private final Plan plan;
    private final double[] features;
    private final double[] chosen;
    private final double[] gradient;
    private final int outputs;

    private InputGradients(Model model, int rows) {
        this.model = model;
        this.block = Math.clamp(rows, 1, BLOCK);
        var forward = model.network().forward(block, Pass.INFERENCE);
        var predicted = model.link().of(model.link().scores(forward.outputs()));
        var choice = forward.graph().input("chosen", predicted.shape());
        var slopes = forward.graph().gradient(predicted.times(choice).total(), forward.features());
        this.plan = Plan.of(List.of(slopes, predicted), forward.bound(model.parameters()));
        this.features = plan.array(forward.features());
        this.chosen = plan.array(choice);
        this.gradient = plan.array(slopes);
        this.outputs = predicted.shape().columns();
    }

    /// Of the winning class's probability, by feature, row by row.
    ///
    /// @param rows as the model's encoding has encoded them
    /// @param labels the classes that win
    public static SequencedMap<String, double[]> of(Model model, Matrix rows, int[] labels) {
        var gradients = new InputGradients(model, rows.rows());
        return gradients.perFeature(gradients.byInput(rows, labels));
    }

    /// Of the value that one output predicts, by feature, row by row.
    ///
    /// @param rows as the model's encoding has encoded them
    public static SequencedMap<String, double[]> of(Model model, Matrix rows, int output) {
        var outputs = new int[rows.rows()];
        Arrays.fill(outputs, output);
        return of(model, rows, outputs);
    }

    private Matrix byInput(Matrix rows, int[] choice) {
        var all = Matrix.zeros(rows.rows(), rows.columns());
        int inputs = rows.columns();
        for (int from = 0; from < rows.rows(); from += block) {
            int count = Math.min(block, rows.rows() - from);
            System.arraycopy(rows.values(), from * inputs, features, 0, count * inputs);
            Arrays.fill(chosen, 0);
            for (int row = 0; row < count; row++) {
                chosen[row * outputs + choice[from + row]] = 1;
            }
            plan.run();
            System.arraycopy(gradient, 0, all.values(), from * inputs, count * inputs);
        }
        return all;
    }

    private SequencedMap<String, double[]> perFeature(Matrix byInput) {
        var gradients = new LinkedHashMap<String, double[]>();
        int column = 0;
        for (var feature : model.encoding().features()) {
            if (feature instanceof FeatureEncoding.Numeric numeric) {
                var slopes = new double[byInput.rows()];
                for (int row = 0; row < slopes.length; row++) {
                    slopes[row] = byInput.at(row, column) / numeric.scale();
                }
                gradients.put(feature.name(), slopes);
            }
            column += feature.width();
        }
        return gradients;
    }
}
