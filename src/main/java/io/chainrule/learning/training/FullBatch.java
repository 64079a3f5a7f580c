package io.chainrule.learning.training;

import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.model.Pass;
import io.chainrule.learning.training.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/// One step an epoch, over all examples at once, of a network that does the same in training as afterwards.
///
/// Each step runs backward, updates, and runs forward: so the loss after the step is known, and the next step can start
/// with its backward pass. Large passes are done primitive by primitive.
final class FullBatch implements Learning, Measured {

    private static final long LARGE = 1 << 23; // bytes

    private final int examples;
    private final double totalWeight;
    private final Plan plan;
    private final int forward;
    private final boolean isSmall;
    private final double[][] gradients;
    private final double[] loss;
    private final double[] score;
    private final Optimizer optimizer;
    private final DoubleSupplier learningRate;
    private int next; // step of the plan; from `forward` on those of the backward pass
    private long steps;
    private double gradientNorm;

    FullBatch(Objectives objectives, Examples examples, Optimizer optimizer, DoubleSupplier learningRate) {
        var objective = objectives.forRows(examples.count(), Pass.INFERENCE);
        var adjoints = objectives.gradients(objective);
        var outputs = new ArrayList<>(List.of(objective.loss(), objective.score()));
        outputs.addAll(adjoints);
        this.examples = examples.count();
        this.totalWeight = examples.totalWeight();
        this.plan = objectives.plan(objective, outputs, examples.bound(objective));
        this.forward = Math.max(plan.stepsThrough(objective.loss()), plan.stepsThrough(objective.score()));
        this.gradients = adjoints.stream().map(plan::array).toArray(double[][]::new);
        this.loss = plan.array(objective.loss());
        this.score = plan.array(objective.score());
        this.optimizer = optimizer;
        this.learningRate = learningRate;
        this.isSmall = plan.bytes() < LARGE;
        runForward();
    }

    @Override
    public boolean advance() {
        do {
            runPart();
        } while (isSmall && next != forward);
        return next == forward;
    }

    private void runPart() {
        int from = next;
        next = isSmall ? plan.steps() : from + 1;
        if (from < forward) {
            next = Math.min(next, forward);
        }
        plan.run(from, next);
        if (next == plan.steps()) {
            gradientNorm = GradientNorm.of(gradients);
            optimizer.step(gradients, learningRate.getAsDouble());
            steps++;
            next = 0;
        }
    }

    private void runForward() {
        plan.run(0, forward);
        next = forward;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public double gradientNorm() {
        return gradientNorm;
    }

    /// A pass that has begun leaves no trace: it begins anew.
    @Override
    public void save(StateWriter state) {
        optimizer.memory().forEach(state::put);
        state.put(steps).put(gradientNorm).put(next < forward ? 1 : 0);
    }

    @Override
    public void restore(StateReader state) {
        optimizer.memory().forEach(state::get);
        steps = state.getLong();
        gradientNorm = state.getDouble();
        runForward();
        if (state.getInt() == 1) {
            next = 0;
        }
    }

    @Override
    public double loss() {
        return loss[0] / totalWeight;
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
