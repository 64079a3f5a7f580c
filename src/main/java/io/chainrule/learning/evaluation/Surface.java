package io.chainrule.learning.evaluation;

import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.model.Outputs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Predictions over a grid; row 0 has the smallest y.
public sealed interface Surface {

    /// Where each class wins.
    final class Regions implements Surface {

        private final List<String> classes;
        private final int[][] label;
        private final double[][] probability;
        private final List<double[][]> probabilities = new ArrayList<>();
        private final List<Border> borders;

        Regions(List<String> classes, Axis x, Axis y, IntFunction<Outputs> outputsOf, boolean allProbabilities) {
            int rows = y.count();
            var between = new Borders(classes, x, y);
            Matrix before = Matrix.zeros(0, classes.size());
            this.classes = classes;
            this.label = new int[rows][];
            this.probability = new double[rows][];
            for (int k = 0; allProbabilities && k < classes.size(); k++) {
                probabilities.add(new double[rows][]);
            }
            for (int row = 0; row < rows; row++) {
                var outputs = outputsOf.apply(row);
                label[row] = outputs.labels();
                probability[row] = winning(outputs, label[row]);
                for (int k = 0; k < probabilities.size(); k++) {
                    probabilities.get(k)[row] = outputs.column(k);
                }
                if (row > 0) {
                    between.march(row - 1, before, label[row - 1], outputs.scores(), label[row]);
                }
                before = outputs.scores();
            }
            this.borders = between.found();
        }

        private static double[] winning(Outputs outputs, int[] label) {
            var probability = new double[label.length];
            for (int point = 0; point < label.length; point++) {
                probability[point] = outputs.prediction(point, label[point]);
            }
            return probability;
        }

        /// What `label` indexes.
        public List<String> classes() {
            return classes;
        }

        public int[][] label() {
            return label;
        }

        /// Of the winning class.
        public double[][] probability() {
            return probability;
        }

        /// A grid for each class, or none if they were not asked for.
        public List<double[][]> probabilities() {
            return List.copyOf(probabilities);
        }

        /// The lines between the classes.
        public List<Border> borders() {
            return borders;
        }
    }

    /// The values that a regression predicts of one target.
    final class Heights implements Surface {

        private final double[][] value;

        Heights(int rows, int output, IntFunction<Outputs> outputsOf) {
            this.value = new double[rows][];
            for (int row = 0; row < rows; row++) {
                value[row] = outputsOf.apply(row).column(output);
            }
        }

        public double[][] value() {
            return value;
        }
    }
}
