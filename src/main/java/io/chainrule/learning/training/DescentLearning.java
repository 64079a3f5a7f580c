package io.chainrule.learning.training;

import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.model.Pass;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import io.chainrule.learning.training.optimizer.QuasiNewton;
import java.util.ArrayList;
import java.util.List;

/// One quasi-Newton step an epoch, over all examples at once.
final class DescentLearning implements Learning, Measured {

    /// Largest gradient component that counts as none: what depends on the parameters is then settled to nine digits,
    /// even where the curvature is small.
    private static final double TOLERANCE = 1e-11;

    private final double[][] parameters;
    private final Plan plan;
    private final double[][] gradients;
    private final double[] loss;
    private final double[] score;
    private final double[] cost;
    private final int examples;
    private final double totalWeight;
    private final int numbers;
    private final QuasiNewton descent;
    private long steps;
    private boolean stuck;

    DescentLearning(OptimizerSpec.Lbfgs spec, Objectives objectives, Examples examples) {
        var objective = objectives.forRows(examples.count(), Pass.INFERENCE);
        var cost = objective.cost(objectives.regularization());
        var adjoints = objective.gradients(cost);
        var outputs = new ArrayList<>(List.of(objective.loss(), objective.score(), cost));
        outputs.addAll(adjoints);
        this.plan = objectives.plan(objective, outputs, examples.bound(objective));
        this.examples = examples.count();
        this.totalWeight = examples.totalWeight();
        this.parameters = objectives.parameters().learnedArrays();
        this.gradients = adjoints.stream().map(plan::array).toArray(double[][]::new);
        this.loss = plan.array(objective.loss());
        this.score = plan.array(objective.score());
        this.cost = plan.array(cost);
        this.numbers = objectives.parameters().learned().stream()
                .mapToInt(tensor -> tensor.values().length)
                .sum();
        this.descent = new QuasiNewton(spec, this::evaluate, gathered(parameters), TOLERANCE);
    }

    private double evaluate(double[] at, double[] gradient) {
        spread(at, parameters);
        plan.run();
        gather(gradients, gradient);
        return cost[0];
    }

    @Override
    public boolean advance() {
        stuck = !descent.advance();
        steps++;
        settle();
        return true;
    }

    /// Puts the parameters, and all that is known about them, to the point that was chosen.
    private void settle() {
        spread(descent.point().coordinates(), parameters);
        plan.run();
    }

    @Override
    public boolean hasConverged() {
        return stuck || descent.isSettled();
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public double gradientNorm() {
        return GradientNorm.of(gradients);
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

    @Override
    public void save(StateWriter state) {
        var memory = descent.memory();
        state.put(steps).put(stuck ? 1 : 0).put(memory.size());
        memory.forEach(state::put);
    }

    @Override
    public void restore(StateReader state) {
        steps = state.getLong();
        stuck = state.getInt() == 1;
        int arrays = state.getInt();
        if (arrays < 3 || arrays % 3 != 0) {
            throw new CheckpointInvalidException("Steps are kept as three arrays each, but there are " + arrays);
        }
        var memory = new ArrayList<double[]>();
        for (int k = 0; k < arrays; k++) {
            var array = new double[k % 3 == 2 ? 1 : numbers];
            state.get(array);
            memory.add(array);
        }
        descent.restore(memory);
        settle();
    }

    private double[] gathered(double[][] arrays) {
        var all = new double[numbers];
        gather(arrays, all);
        return all;
    }

    private static void gather(double[][] arrays, double[] all) {
        int at = 0;
        for (var array : arrays) {
            System.arraycopy(array, 0, all, at, array.length);
            at += array.length;
        }
    }

    private static void spread(double[] all, double[][] arrays) {
        int at = 0;
        for (var array : arrays) {
            System.arraycopy(all, at, array, 0, array.length);
            at += array.length;
        }
    }
}
