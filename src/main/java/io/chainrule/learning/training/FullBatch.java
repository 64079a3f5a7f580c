package io.chainrule.learning.training;

import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.training.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/// One step an epoch, over all examples at once.
///
/// Each step runs backward, updates, and runs forward: so the loss after the step is known, and the next step can start
/// with its backward pass.
final class FullBatch implements Learning, Measured {

    private final int examples;
    private final Plan plan;
    private final int forward;
    private final double[][] gradients;
    private final double[] loss;
    private final double[] score;
    private final Optimizer optimizer;
    private final DoubleSupplier learningRate;

    FullBatch(Objectives objectives, Examples examples, Optimizer optimizer, DoubleSupplier learningRate) {
        var objective = objectives.forRows(examples.count());
        var adjoints = objective.gradients();
        var outputs = new ArrayList<>(List.of(objective.loss(), objective.score()));
        outputs.addAll(adjoints);
        this.examples = examples.count();
        this.plan = objectives.plan(
                objective,
                outputs,
                Map.of(
                        objective.forward().features(), examples.features().values(),
                        objective.targets(), examples.targets().values()));
        this.forward = Math.max(plan.stepsThrough(objective.loss()), plan.stepsThrough(objective.score()));
        this.gradients = adjoints.stream().map(plan::array).toArray(double[][]::new);
        this.loss = plan.array(objective.loss());
        this.score = plan.array(objective.score());
        this.optimizer = optimizer;
        this.learningRate = learningRate;
        plan.run(0, forward);
    }

    @Override
    public boolean advance() {
        plan.run(forward, plan.steps());
        optimizer.step(gradients, learningRate.getAsDouble());
        plan.run(0, forward);
        return true;
    }

    @Override
    public double[][] gradients() {
        return gradients;
    }

    @Override
    public double loss() {
        return loss[0] / examples;
    }

    @Override
    public double score() {
        return score[0];
    }

    @Override
    public int examples() {
        return examples;
    }
}
