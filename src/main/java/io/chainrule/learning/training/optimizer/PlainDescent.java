package io.chainrule.learning.training.optimizer;

import java.util.List;

/// w ← w − rate·g.
final class PlainDescent implements Optimizer {

    private final double[][] parameters;

    PlainDescent(double[][] parameters) {
        this.parameters = parameters;
    }

    @Override
    public void step(double[][] gradients, double learningRate) {
        for (int k = 0; k < parameters.length; k++) {
            descend(parameters[k], gradients[k], learningRate);
        }
    }

    @Override
    public List<double[]> memory() {
        return List.of();
    }

    private static void descend(double[] w, double[] g, double rate) {
        for (int i = 0; i < w.length; i++) {
            w[i] = Math.fma(-rate, g[i], w[i]);
        }
    }
}
