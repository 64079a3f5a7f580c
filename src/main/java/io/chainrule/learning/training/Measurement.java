package io.chainrule.learning.training;

import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.model.Pass;
import java.util.List;

/// Loss and score over a set of examples, block by block. The size of a block is a constant, being part of the sum.
final class Measurement implements Work, Measured {

    static final int BLOCK = 256;

    private final Examples examples;
    private final double totalWeight;
    private final Block whole;
    private final Block last;
    private int next;
    private double loss;
    private double score;

    Measurement(Objectives objectives, Examples examples) {
        int count = examples.count();
        int rest = count % BLOCK;
        this.examples = examples;
        this.totalWeight = examples.totalWeight();
        this.last = new Block(objectives, rest == 0 ? BLOCK : rest);
        this.whole = last.count == BLOCK || count < BLOCK ? last : new Block(objectives, BLOCK);
    }

    @Override
    public boolean advance() {
        if (next == 0) {
            loss = 0;
            score = 0;
        }
        var block = next + BLOCK <= examples.count() ? whole : last;
        examples.load(next, block.count, block.rows);
        block.plan.run();
        loss += block.loss[0];
        score += block.score[0];
        next += block.count;
        if (next < examples.count()) {
            return false;
        }
        next = 0;
        return true;
    }

    @Override
    public void save(StateWriter state) {
        state.put(next).put(loss).put(score);
    }

    @Override
    public void restore(StateReader state) {
        next = state.getPlace(examples.count());
        loss = state.getDouble();
        score = state.getDouble();
    }

    @Override
    public double loss() {
        return loss / totalWeight;
    }

    @Override
    public double score() {
        return score;
    }

    @Override
    public int examples() {
        return examples.count();
    }

    /// A plan over so many rows, and the arrays at its ends.
    private static final class Block {

        private final int count;
        private final Plan plan;
        private final Rows rows;
        private final double[] loss;
        private final double[] score;

        Block(Objectives objectives, int count) {
            var objective = objectives.forRows(count, Pass.INFERENCE);
            this.count = count;
            this.plan = objectives.plan(objective, List.of(objective.loss(), objective.score()));
            this.rows = Rows.of(objective, plan);
            this.loss = plan.array(objective.loss());
            this.score = plan.array(objective.score());
        }
    }
}
