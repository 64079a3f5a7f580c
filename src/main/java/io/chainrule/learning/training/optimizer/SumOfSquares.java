package io.chainrule.learning.training.optimizer;

import java.util.List;

/// Adagrad: s ← s + g², then w ← w − rate·g/(√s + ε).
final class SumOfSquares implements Optimizer {

    private final double[][] parameters;
    private final double[][] sums;
    private final double epsilon;

    SumOfSquares(OptimizerSpec.Adagrad spec, double[][] parameters) {
        this.parameters = parameters;
        this.sums = Memory.like(parameters);
        this.epsilon = spec.epsilon();
    }

    @Override
    public void step(double[][] gradients, double learningRate) {
        for (int k = 0; k < parameters.length; k++) {
            step(parameters[k], gradients[k], sums[k], epsilon, learningRate);
        }
    }

    @Override
    public List<double[]> memory() {
        return List.of(sums);
    }

    private static void step(double[] w, double[] g, double[] s, double epsilon, double rate) {
        for (int i = 0; i < w.length; i++) {
            s[i] = Math.fma(g[i], g[i], s[i]);
            w[i] -= rate * g[i] / (Math.sqrt(s[i]) + epsilon);
        }
    }
}
