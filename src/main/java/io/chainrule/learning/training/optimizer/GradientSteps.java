package io.chainrule.learning.training.optimizer;

import java.util.Arrays;

/// Follows the gradient with the steps that a first-order optimizer takes, up or down.
final class GradientSteps implements Descent {

    private final Objective objective;
    private final Point point;
    private final Optimizer optimizer;
    private final double[][] gradients;
    private final double learningRate;
    private final double tolerance;

    GradientSteps(OptimizerSpec.FirstOrder spec, Objective objective, double[] start, double tolerance) {
        this.objective = objective;
        this.point = Point.of(objective, start);
        this.optimizer = spec.start(new double[][] {point.at});
        this.gradients = new double[][] {point.gradient};
        this.learningRate = spec.learningRate();
        this.tolerance = tolerance;
    }

    @Override
    public Point point() {
        return point;
    }

    @Override
    public boolean isSettled() {
        return point.gradientNorm() <= tolerance;
    }

    @Override
    public boolean advance() {
        var before = point.at.clone();
        optimizer.step(gradients, learningRate);
        point.evaluate(objective);
        return !Arrays.equals(before, point.at);
    }
}
