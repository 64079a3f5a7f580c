package io.chainrule.learning.training;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.dataset.Minibatches;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.model.BatchStatistics;
import io.chainrule.learning.model.DropoutMask;
import io.chainrule.learning.model.Forward;
import io.chainrule.learning.model.Pass;
import io.chainrule.learning.training.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/// A step for each minibatch; the last one of an epoch may be shorter.
final class MinibatchLearning implements Learning {

    private final Examples examples;
    private final Minibatches minibatches;
    private final RandomStream dropout;
    private final Batch whole;
    private final Batch last;
    private final Optimizer optimizer;
    private final DoubleSupplier learningRate;
    private int next; // batch of this epoch
    private long steps;
    private double gradientNorm;

    MinibatchLearning(
            Objectives objectives,
            Examples examples,
            Minibatches minibatches,
            RandomStream dropout,
            Optimizer optimizer,
            DoubleSupplier learningRate) {
        int rest = minibatches.size(minibatches.batches() - 1);
        this.examples = examples;
        this.minibatches = minibatches;
        this.dropout = dropout;
        this.whole = new Batch(objectives, minibatches.batchSize());
        this.last = rest == whole.count ? whole : new Batch(objectives, rest);
        this.optimizer = optimizer;
        this.learningRate = learningRate;
    }

    @Override
    public boolean advance() {
        if (next == 0) {
            minibatches.startEpoch();
        }
        boolean isLast = next == minibatches.batches() - 1;
        var batch = isLast ? last : whole;
        examples.gather(minibatches.order(), minibatches.start(next), batch.count, batch.rows);
        batch.run(dropout);
        if (isLast) {
            gradientNorm = GradientNorm.of(last.gradients);
        }
        optimizer.step(batch.gradients, learningRate.getAsDouble());
        steps++;
        next = isLast ? 0 : next + 1;
        return isLast;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public double gradientNorm() {
        return gradientNorm;
    }

    /// Within an epoch its order counts, between two only the stream that the next one is drawn from. Usual means and
    /// variances are among the parameters.
    @Override
    public void save(StateWriter state) {
        optimizer.memory().forEach(state::put);
        state.put(steps)
                .put(gradientNorm)
                .put(dropout.state())
                .put(minibatches.state())
                .put(next);
        if (next > 0) {
            state.put(minibatches.order());
        }
    }

    @Override
    public void restore(StateReader state) {
        optimizer.memory().forEach(state::get);
        steps = state.getLong();
        gradientNorm = state.getDouble();
        var masks = dropout.state();
        state.get(masks);
        dropout.restore(masks);
        var stream = minibatches.state();
        state.get(stream);
        minibatches.restore(stream);
        next = state.getPlace(minibatches.batches());
        if (next > 0) {
            state.getPlaces(minibatches.order(), minibatches.order().length);
        }
    }

    /// A plan over so many rows, and the arrays at its ends.
    private static final class Batch {

        private final int count;
        private final Plan plan;
        private final Rows rows;
        private final DropoutMask[] masks;
        private final BatchStatistics[] statistics;
        private final double[][] gradients;

        Batch(Objectives objectives, int count) {
            var objective = objectives.forRows(count, Pass.TRAINING);
            var adjoints = objectives.gradients(objective);
            this.count = count;
            this.plan = objectives.plan(objective, outputs(adjoints, objective.forward()));
            this.masks = objective.forward().masks().toArray(DropoutMask[]::new);
            this.statistics = objective.forward().statistics().toArray(BatchStatistics[]::new);
            this.rows = Rows.of(objective, plan);
            this.gradients = adjoints.stream().map(plan::array).toArray(double[][]::new);
        }

        private static List<Node> outputs(List<Node> adjoints, Forward forward) {
            var outputs = new ArrayList<>(adjoints);
            for (var statistics : forward.statistics()) {
                outputs.add(statistics.mean());
                outputs.add(statistics.variance());
            }
            return outputs;
        }

        void run(RandomStream dropout) {
            for (var mask : masks) {
                mask.draw(plan.array(mask.values()), dropout);
            }
            plan.run();
            for (var batch : statistics) {
                batch.follow(plan, count);
            }
        }
    }
}
