package io.chainrule.learning.evaluation;

import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.model.Link;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.model.Outputs;
import io.chainrule.learning.model.RowLosses;
import java.util.List;

/// What a model said of examples, beside the truth about them.
public sealed interface Outcomes {

    int examples();

    /// Asks the model.
    ///
    /// @throws io.chainrule.learning.dataset.DatasetInvalidException if it cannot read an example
    static Outcomes of(Model model, KnownExamples examples, RowLoss loss) {
        return switch (model.task()) {
            case CLASSIFICATION -> Labels.of(model, examples, loss);
            case REGRESSION -> Values.of(model, examples, loss);
        };
    }

    /// Classes, by their position in `classes`.
    final class Labels implements Outcomes {

        private final List<String> classes;
        private final int[] truth;
        private final int[] predicted;
        private final double[][] probability;
        private final double[] losses;
        private final double[] logLosses;

        Labels(
                List<String> classes,
                int[] truth,
                int[] predicted,
                double[][] probability,
                double[] losses,
                double[] logLosses) {
            this.classes = classes;
            this.truth = truth;
            this.predicted = predicted;
            this.probability = probability;
            this.losses = losses;
            this.logLosses = logLosses;
        }

        private static Labels of(Model model, KnownExamples examples, RowLoss loss) {
            int count = examples.count();
            int classes = model.classes().size();
            var outcomes = new Labels(
                    model.classes(),
                    new int[count],
                    new int[count],
                    new double[classes][count],
                    new double[count],
                    new double[count]);
            Block.each(model, examples, block -> outcomes.take(block, model.link(), loss));
            return outcomes;
        }

        private void take(Block block, Link link, RowLoss loss) {
            var outputs = block.outputs();
            var labels = outputs.labels();
            System.arraycopy(labels, 0, predicted, block.from(), labels.length);
            block.put(loss.ofRows(outputs.scores(), block.targets()), losses);
            block.put(logLosses(outputs, block.targets(), link), logLosses);
            for (int row = 0; row < labels.length; row++) {
                for (int k = 0; k < classes.size(); k++) {
                    probability[k][block.from() + row] = outputs.prediction(row, k);
                    if (block.targets().at(row, k) > 0) {
                        truth[block.from() + row] = k;
                    }
                }
            }
        }

        /// From the scores, so that a probability too small for a number still has a logarithm.
        private static double[] logLosses(Outputs outputs, Matrix targets, Link link) {
            return switch (link) {
                case SOFTMAX, LOGIT ->
                    RowLosses.of(
                            outputs.scores(),
                            targets,
                            (scores, truth) -> scores.softmaxCrossEntropy(scores.softmax(), truth));
                case IDENTITY, EXPONENTIAL -> throw new IllegalStateException("Values are no probabilities");
            };
        }

        @Override
        public int examples() {
            return truth.length;
        }

        public List<String> classes() {
            return classes;
        }

        int truth(int example) {
            return truth[example];
        }

        int predicted(int example) {
            return predicted[example];
        }

        double probability(int label, int example) {
            return probability[label][example];
        }

        double[] losses() {
            return losses;
        }

        double[] logLosses() {
            return logLosses;
        }
    }

    /// Numbers.
    final class Values implements Outcomes {

        private final List<Output> outputs;
        private final double[] losses;

        Values(List<Output> outputs, double[] losses) {
            this.outputs = List.copyOf(outputs);
            this.losses = losses;
        }

        private static Values of(Model model, KnownExamples examples, RowLoss loss) {
            int count = examples.count();
            var outputs = model.targets().stream()
                    .map(name -> new Output(name, new double[count], new double[count]))
                    .toList();
            var outcomes = new Values(outputs, new double[count]);
            Block.each(model, examples, block -> {
                for (int k = 0; k < outputs.size(); k++) {
                    block.put(block.targets().column(k), outputs.get(k).truth);
                    block.put(block.outputs().column(k), outputs.get(k).predicted);
                }
                block.put(loss.ofRows(block.outputs().scores(), block.targets()), outcomes.losses);
            });
            return outcomes;
        }

        @Override
        public int examples() {
            return losses.length;
        }

        /// One for each target.
        public List<Output> outputs() {
            return outputs;
        }

        double[] losses() {
            return losses;
        }
    }

    /// Numbers of one target.
    final class Output {

        private final String target;
        private final double[] truth;
        private final double[] predicted;

        Output(String target, double[] truth, double[] predicted) {
            this.target = target;
            this.truth = truth;
            this.predicted = predicted;
        }

        /// Name of the column.
        public String target() {
            return target;
        }

        int examples() {
            return truth.length;
        }

        /// Each example's own value.
        public double truth(int example) {
            return truth[example];
        }

        /// What the model said of it.
        public double predicted(int example) {
            return predicted[example];
        }
    }
}
