package io.chainrule.learning.training.optimizer;

import java.util.List;

/// RMSProp: s ← d·s + (1 − d)·g², then w ← w − rate·g/(√s + ε).
final class AverageOfSquares implements Optimizer {

    private final double[][] parameters;
    private final double[][] averages;
    private final double decay;
    private final double epsilon;

    AverageOfSquares(OptimizerSpec.Rmsprop spec, double[][] parameters) {
        this.parameters = parameters;
        this.averages = Memory.like(parameters);
        this.decay = spec.decay();
        this.epsilon = spec.epsilon();
    }

    @Override
    public void step(double[][] gradients, double learningRate) {
        for (int k = 0; k < parameters.length; k++) {
            step(parameters[k], gradients[k], averages[k], learningRate);
        }
    }

    @Override
    public List<double[]> memory() {
        return List.of(averages);
    }

    private void step(double[] w, double[] g, double[] s, double rate) {
        for (int i = 0; i < w.length; i++) {
            s[i] = Math.fma(decay, s[i], (1 - decay) * g[i] * g[i]);
            w[i] -= rate * g[i] / (Math.sqrt(s[i]) + epsilon);
        }
    }
}
