package io.chainrule.learning.training.optimizer;

import java.util.List;
import java.util.stream.Stream;

/// Adam: m ← β₁·m + (1 − β₁)·g and v ← β₂·v + (1 − β₂)·g²; after t steps both are too small by 1 − βᵗ, so
/// w ← w − rate·m/(1 − β₁ᵗ)/(√(v/(1 − β₂ᵗ)) + ε). AdamW first takes the share rate·decay off w, outside the averages.
final class Moments implements Optimizer {

    private final double[][] parameters;
    private final double[][] means;
    private final double[][] squares;
    private final double[] steps = new double[1]; // an array, because it is part of the memory
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double weightDecay;

    Moments(OptimizerSpec.Adam spec, double[][] parameters) {
        this(parameters, spec.beta1(), spec.beta2(), spec.epsilon(), 0);
    }

    Moments(OptimizerSpec.AdamW spec, double[][] parameters) {
        this(parameters, spec.beta1(), spec.beta2(), spec.epsilon(), spec.weightDecay());
    }

    private Moments(double[][] parameters, double beta1, double beta2, double epsilon, double weightDecay) {
        this.parameters = parameters;
        this.means = Memory.like(parameters);
        this.squares = Memory.like(parameters);
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.weightDecay = weightDecay;
    }

    @Override
    public void step(double[][] gradients, double learningRate) {
        steps[0]++;
        double rate = learningRate / (1 - StrictMath.pow(beta1, steps[0]));
        double root = Math.sqrt(1 - StrictMath.pow(beta2, steps[0]));
        double kept = 1 - learningRate * weightDecay;
        for (int k = 0; k < parameters.length; k++) {
            step(parameters[k], gradients[k], means[k], squares[k], kept, rate, root);
        }
    }

    @Override
    public List<double[]> memory() {
        return Stream.of(means, squares, new double[][] {steps})
                .flatMap(Stream::of)
                .toList();
    }

    private void step(double[] w, double[] g, double[] m, double[] v, double kept, double rate, double root) {
        for (int i = 0; i < w.length; i++) {
            m[i] = Math.fma(beta1, m[i], (1 - beta1) * g[i]);
            v[i] = Math.fma(beta2, v[i], (1 - beta2) * g[i] * g[i]);
            w[i] = kept * w[i] - rate * m[i] / (Math.sqrt(v[i]) / root + epsilon);
        }
    }
}
