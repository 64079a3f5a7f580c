package io.chainrule.learning.training;

import io.chainrule.learning.training.optimizer.LevenbergMarquardt;
import java.util.List;

/// One step of Levenberg and Marquardt an epoch, over all examples at once.
final class LeastSquaresLearning implements Learning, Measured {

    private final FormulaResiduals residuals;
    private final LevenbergMarquardt descent;
    private final int numbers;
    private long steps;
    private boolean stuck;

    LeastSquaresLearning(FormulaResiduals residuals) {
        var start = residuals.place();
        this.residuals = residuals;
        this.numbers = start.length;
        this.descent = new LevenbergMarquardt(residuals, start);
    }

    @Override
    public boolean advance() {
        stuck = !descent.advance();
        steps++;
        settle();
        return true;
    }

    /// Puts the parameters where the descent is, whatever places it has looked at.
    private void settle() {
        residuals.place(descent.coordinates());
    }

    @Override
    public boolean hasConverged() {
        return stuck;
    }

    @Override
    public long steps() {
        return steps;
    }

    /// Of the mean of the squares.
    @Override
    public double gradientNorm() {
        return 2 * GradientNorm.of(new double[][] {descent.gradient()}) / examples();
    }

    /// No number if the start has no derivatives: there is no way on.
    @Override
    public double loss() {
        return descent.isFinite() ? descent.sumOfSquares() / examples() : Double.NaN;
    }

    @Override
    public double score() {
        return descent.sumOfSquares();
    }

    @Override
    public int examples() {
        return residuals.examples();
    }

    @Override
    public void save(StateWriter state) {
        state.put(steps).put(stuck ? 1 : 0);
        descent.memory().forEach(state::put);
    }

    @Override
    public void restore(StateReader state) {
        steps = state.getLong();
        stuck = state.getInt() == 1;
        var memory = List.of(new double[numbers], new double[numbers], new double[2]);
        memory.forEach(state::get);
        descent.restore(memory);
        settle();
    }
}
