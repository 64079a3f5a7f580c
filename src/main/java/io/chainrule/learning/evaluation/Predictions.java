package io.chainrule.learning.evaluation;

import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.model.Outputs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// What a model predicts for rows.
public sealed interface Predictions {

    /// For rows that the model's encoding has encoded.
    static Predictions of(Model model, Matrix rows) {
        return of(model, model.outputs(rows));
    }

    /// What the outputs of a model mean.
    static Predictions of(Model model, Outputs outputs) {
        return switch (model.task()) {
            case CLASSIFICATION -> new Labels(model.classes(), outputs);
            case REGRESSION -> new Values(model.targets(), outputs);
        };
    }

    /// The likeliest class of each row, and the probabilities of all.
    final class Labels implements Predictions {

        private final List<String> classes;
        private final int[] label;
        private final double[][] probabilities;

        private Labels(List<String> classes, Outputs outputs) {
            this.classes = classes;
            this.label = outputs.labels();
            this.probabilities =
                    IntStream.range(0, classes.size()).mapToObj(outputs::column).toArray(double[][]::new);
        }

        public List<String> classes() {
            return classes;
        }

        /// Each row's label in words.
        public List<String> labels() {
            return IntStream.of(label).mapToObj(classes::get).toList();
        }

        /// Each row's position in `classes`.
        public int[] label() {
            return label;
        }

        /// Each row's probability of a class.
        public double[] probability(int label) {
            return probabilities[label];
        }
    }

    /// The values of each row.
    final class Values implements Predictions {

        private final SequencedMap<String, double[]> values = new LinkedHashMap<>();

        private Values(List<String> targets, Outputs outputs) {
            for (int k = 0; k < targets.size(); k++) {
                values.put(targets.get(k), outputs.column(k));
            }
        }

        /// By target.
        public SequencedMap<String, double[]> values() {
            return values;
        }
    }
}
