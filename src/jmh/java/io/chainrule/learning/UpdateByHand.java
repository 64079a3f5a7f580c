package io.chainrule.learning;

import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.Arrays;

/// The update of every parameter, by gradient descent with momentum, or by Adam.
abstract sealed class UpdateByHand {

    abstract void step(LayerByHand[] layers);

    static UpdateByHand of(Workload work, LayerByHand[] layers) {
        return switch (work.spec().optimizer()) {
            case OptimizerSpec.Sgd sgd -> new Descent(sgd.learningRate(), sgd.momentum(), layers);
            case OptimizerSpec.Adam adam -> new Adam(adam.learningRate(), layers);
            default -> throw new IllegalArgumentException("Nobody wrote this optimizer by hand: " + work);
        };
    }

    private static double[][] arrays(LayerByHand[] layers) {
        return Arrays.stream(layers)
                .flatMap(layer -> Arrays.stream(new double[][] {layer.weights.clone(), layer.biases.clone()}))
                .peek(array -> Arrays.fill(array, 0))
                .toArray(double[][]::new);
    }

    private static final class Descent extends UpdateByHand {

        private final double rate;
        private final double momentum;
        private final double[][] velocities;

        Descent(double rate, double momentum, LayerByHand[] layers) {
            this.rate = rate;
            this.momentum = momentum;
            this.velocities = arrays(layers);
        }

        @Override
        void step(LayerByHand[] layers) {
            for (int k = 0; k < layers.length; k++) {
                step(layers[k].weights, layers[k].weightGradients, velocities[2 * k]);
                step(layers[k].biases, layers[k].biasGradients, velocities[2 * k + 1]);
            }
        }

        private void step(double[] w, double[] g, double[] v) {
            for (int i = 0; i < w.length; i++) {
                v[i] = momentum * v[i] + g[i];
                w[i] -= rate * v[i];
            }
        }
    }

    private static final class Adam extends UpdateByHand {

        private final double rate;
        private final double[][] means;
        private final double[][] squares;
        private int steps;

        Adam(double rate, LayerByHand[] layers) {
            this.rate = rate;
            this.means = arrays(layers);
            this.squares = arrays(layers);
        }

        @Override
        void step(LayerByHand[] layers) {
            steps++;
            for (int k = 0; k < layers.length; k++) {
                step(layers[k].weights, layers[k].weightGradients, means[2 * k], squares[2 * k]);
                step(layers[k].biases, layers[k].biasGradients, means[2 * k + 1], squares[2 * k + 1]);
            }
        }

        private void step(double[] w, double[] g, double[] m, double[] v) {
            double first = 1 - Math.pow(0.9, steps);
            double second = 1 - Math.pow(0.999, steps);
            for (int i = 0; i < w.length; i++) {
                m[i] = 0.9 * m[i] + 0.1 * g[i];
                v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
                w[i] -= rate * (m[i] / first) / (Math.sqrt(v[i] / second) + 1e-8);
            }
        }
    }
}
