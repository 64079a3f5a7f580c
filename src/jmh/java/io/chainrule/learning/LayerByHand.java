package io.chainrule.learning;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Weights, biases and their gradients, with the loops that everybody writes.
final class LayerByHand {

    final double[] weights;
    final double[] biases;
    final double[] weightGradients;
    final double[] biasGradients;
    private final int inputs;
    private final int outputs;
    private final boolean rectified;

    LayerByHand(int inputs, int outputs, boolean rectified, SplittableRandom random) {
        double bound = Math.sqrt(6.0 / inputs);
        this.weights = random.doubles((long) inputs * outputs, -bound, bound).toArray();
        this.biases = new double[outputs];
        this.weightGradients = new double[weights.length];
        this.biasGradients = new double[outputs];
        this.inputs = inputs;
        this.outputs = outputs;
        this.rectified = rectified;
    }

    void forward(int rows, double[] x, double[] y) {
        for (int row = 0; row < rows; row++) {
            int to = row * outputs;
            System.arraycopy(biases, 0, y, to, outputs);
            for (int k = 0; k < inputs; k++) {
                double value = x[row * inputs + k];
                for (int j = 0; j < outputs; j++) {
                    y[to + j] += value * weights[k * outputs + j];
                }
            }
            for (int j = 0; rectified && j < outputs; j++) {
                y[to + j] = Math.max(y[to + j], 0);
            }
        }
    }

    /// @param dy the adjoints of the outputs
    /// @param dx the adjoints of the inputs before they were rectified; null if nobody wants them
    void backward(int rows, double[] x, double[] dy, double @Nullable [] dx) {
        Arrays.fill(weightGradients, 0);
        Arrays.fill(biasGradients, 0);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < outputs; j++) {
                biasGradients[j] += dy[row * outputs + j];
            }
            for (int k = 0; k < inputs; k++) {
                double value = x[row * inputs + k];
                for (int j = 0; j < outputs; j++) {
                    weightGradients[k * outputs + j] += value * dy[row * outputs + j];
                }
            }
        }
        if (dx != null) {
            toInputs(rows, x, dy, dx);
        }
    }

    private void toInputs(int rows, double[] x, double[] dy, double[] dx) {
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < inputs; k++) {
                double sum = 0;
                for (int j = 0; j < outputs; j++) {
                    sum += dy[row * outputs + j] * weights[k * outputs + j];
                }
                dx[row * inputs + k] = x[row * inputs + k] > 0 ? sum : 0;
            }
        }
    }
}
