package io.chainrule.learning.training.optimizer;

import java.util.List;

/// v ← m·v + g, then w ← w − rate·v, or with Nesterov's look ahead w ← w − rate·(m·v + g).
final class Momentum implements Optimizer {

    private final double[][] parameters;
    private final double[][] velocities;
    private final double momentum;
    private final boolean nesterov;

    Momentum(OptimizerSpec.Sgd spec, double[][] parameters) {
        this.parameters = parameters;
        this.velocities = Memory.like(parameters);
        this.momentum = spec.momentum();
        this.nesterov = spec.nesterov();
    }

    @Override
    public void step(double[][] gradients, double learningRate) {
        for (int k = 0; k < parameters.length; k++) {
            if (nesterov) {
                lookAhead(parameters[k], gradients[k], velocities[k], momentum, learningRate);
            } else {
                follow(parameters[k], gradients[k], velocities[k], momentum, learningRate);
            }
        }
    }

    @Override
    public List<double[]> memory() {
        return List.of(velocities);
    }

    private static void follow(double[] w, double[] g, double[] v, double m, double rate) {
        for (int i = 0; i < w.length; i++) {
            v[i] = Math.fma(m, v[i], g[i]);
            w[i] = Math.fma(-rate, v[i], w[i]);
        }
    }

    private static void lookAhead(double[] w, double[] g, double[] v, double m, double rate) {
        for (int i = 0; i < w.length; i++) {
            v[i] = Math.fma(m, v[i], g[i]);
            w[i] = Math.fma(-rate, Math.fma(m, v[i], g[i]), w[i]);
        }
    }
}
