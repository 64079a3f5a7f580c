package io.chainrule.learning;

import java.util.Arrays;
import java.util.SplittableRandom;

/// What somebody would write who needs this one network and nothing else: plain loops over arrays, backpropagation by
/// hand, the same amount of work as a training run. Neither stable in its sums nor the same bits on every machine.
final class TrainingByHand {

    private final Workload work;
    private final LayerByHand[] layers;
    private final UpdateByHand update;
    private final double[] points;
    private final int[] order;
    private final int[] labels;
    private final double[][] values; // of every layer, from the features on, for one batch
    private final double[][] adjoints;
    private double loss;
    private int hits;

    TrainingByHand(Workload work, double[] points) {
        int[] units = work.units;
        var random = new SplittableRandom(1);
        this.work = work;
        this.points = points;
        this.layers = new LayerByHand[units.length - 1];
        this.values = new double[units.length][];
        this.adjoints = new double[units.length][];
        for (int layer = 0; layer < units.length; layer++) {
            values[layer] = new double[work.batchSize * units[layer]];
            adjoints[layer] = new double[work.batchSize * units[layer]];
            if (layer > 0) {
                layers[layer - 1] = new LayerByHand(units[layer - 1], units[layer], layer < units.length - 1, random);
            }
        }
        this.update = UpdateByHand.of(work, layers);
        this.order = new int[work.examples];
        this.labels = new int[work.batchSize];
        Arrays.setAll(order, i -> i);
    }

    /// @return the loss after the last epoch
    double run() {
        if (work.isFullBatch()) {
            forward(0, work.examples);
        }
        double sum = 0;
        for (int epoch = 0; epoch < work.epochs; epoch++) {
            sum += work.isFullBatch() ? oneStep() : minibatches();
        }
        return sum;
    }

    private double oneStep() {
        backward(work.examples);
        update.step(layers);
        measure(0, work.examples);
        return loss / work.examples + (double) hits / work.examples;
    }

    private double minibatches() {
        shuffle();
        for (int from = 0; from < work.examples; from += work.batchSize) {
            int rows = Math.min(work.batchSize, work.examples - from);
            forward(from, rows);
            backward(rows);
            update.step(layers);
        }
        double losses = 0;
        double right = 0;
        for (int from = 0; from < work.examples; from += work.batchSize) {
            measure(from, Math.min(work.batchSize, work.examples - from));
            losses += loss;
            right += hits;
        }
        return (losses + right) / work.examples;
    }

    private void shuffle() {
        var random = new SplittableRandom(3);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
    }

    private void forward(int from, int rows) {
        int features = work.features();
        for (int row = 0; row < rows; row++) {
            int example = order[from + row];
            labels[row] = work.label(example);
            System.arraycopy(points, example * features, values[0], row * features, features);
        }
        for (int layer = 0; layer < layers.length; layer++) {
            layers[layer].forward(rows, values[layer], values[layer + 1]);
        }
        softmax(rows);
    }

    /// Leaves the probabilities where the scores were.
    private void softmax(int rows) {
        var scores = values[layers.length];
        int classes = work.classes();
        for (int q = 0; q < rows * classes; q += classes) {
            double largest = scores[q];
            for (int k = 1; k < classes; k++) {
                largest = Math.max(largest, scores[q + k]);
            }
            double total = 0;
            for (int k = 0; k < classes; k++) {
                scores[q + k] = Math.exp(scores[q + k] - largest);
                total += scores[q + k];
            }
            for (int k = 0; k < classes; k++) {
                scores[q + k] /= total;
            }
        }
    }

    private void measure(int from, int rows) {
        forward(from, rows);
        var probabilities = values[layers.length];
        int classes = work.classes();
        loss = 0;
        hits = 0;
        for (int row = 0; row < rows; row++) {
            int best = 0;
            for (int k = 1; k < classes; k++) {
                best = probabilities[row * classes + k] > probabilities[row * classes + best] ? k : best;
            }
            hits += best == labels[row] ? 1 : 0;
            loss -= Math.log(probabilities[row * classes + labels[row]]);
        }
    }

    private void backward(int rows) {
        int last = layers.length;
        int classes = work.classes();
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < classes; k++) {
                double target = k == labels[row] ? 1 : 0;
                adjoints[last][row * classes + k] = (values[last][row * classes + k] - target) / rows;
            }
        }
        for (int layer = last - 1; layer >= 0; layer--) {
            layers[layer].backward(rows, values[layer], adjoints[layer + 1], layer == 0 ? null : adjoints[layer]);
        }
    }
}
