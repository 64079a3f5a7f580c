package io.chainrule.learning.training.optimizer;

import java.util.List;

/// Levenberg and Marquardt's way down a sum of squares |r|²: the step s that makes |r + J·s|² + λ·|D·s|² least, where λ
/// falls while this model of the residuals holds, and rises until it does.
///
/// D holds the greatest length that each column of J has had (Moré 1978), so it does not matter whether a parameter is
/// in metres or in miles; λ follows the agreement of model and residuals (Nielsen 1999).
public final class LevenbergMarquardt {

    private static final double FIRST_DAMPING = 1e-3;
    private static final double LEAST_DAMPING = 1e-30;

    /// Share of what the model promises that a step must hold.
    private static final double DECREASE = 1e-4;

    /// If less than this share of the sum of squares can still be taken away, sums differ by rounding alone.
    private static final double ROUNDING = 1e-12;

    /// A promise of less than this share is not worth a step.
    private static final double LEAST_PROMISE = 0x1p-53;

    private final LeastSquares problem;
    private final double[] lengths;
    private double[] at;
    private double squares;
    private Triangle triangle;
    private Triangle spare;
    private double damping = FIRST_DAMPING;
    private double growth = 2;

    /// A descent at its start.
    public LevenbergMarquardt(LeastSquares problem, double[] start) {
        this.problem = problem;
        this.lengths = new double[start.length];
        this.triangle = new Triangle(start.length + 1);
        this.spare = new Triangle(start.length + 1);
        this.at = start.clone();
        arrive();
    }

    private void arrive() {
        squares = problem.sumOfSquares(at);
        linearize(at, triangle);
        for (int j = 0; j < lengths.length; j++) {
            lengths[j] = Math.max(lengths[j], triangle.length(j));
        }
    }

    private void linearize(double[] place, Triangle into) {
        into.clear();
        problem.linearize(place, into);
    }

    /// A copy of the place where it is.
    public double[] coordinates() {
        return at.clone();
    }

    public double sumOfSquares() {
        return squares;
    }

    /// Whether residuals and derivatives are numbers here.
    public boolean isFinite() {
        return Double.isFinite(squares) && triangle.isFinite();
    }

    /// Half the gradient of the sum of squares.
    public double[] gradient() {
        return triangle.gradient();
    }

    /// Goes one step; false if none leads to a smaller sum of squares, and it stays.
    public boolean advance() {
        return isFinite() && (isNear() ? polish() : descend());
    }

    /// So near the end, the sum of squares tells no more; whether J·s could still take something away does.
    private boolean isNear() {
        return triangle.removable() <= ROUNDING * squares;
    }

    /// The whole step of Gauss and Newton, as long as it leaves less to be taken away.
    private boolean polish() {
        var next = moved(triangle.step(new double[at.length]));
        linearize(next, spare);
        return spare.isFinite() && spare.removable() < triangle.removable() && move(next, problem.sumOfSquares(next));
    }

    private boolean descend() {
        while (true) {
            var weights = new double[at.length];
            for (int j = 0; j < weights.length; j++) {
                weights[j] = Math.sqrt(damping) * (lengths[j] > 0 ? lengths[j] : 1);
            }
            var step = triangle.step(weights);
            double promised = triangle.squaresOf(step) + 2 * squaresOf(weights, step);
            if (!(promised > LEAST_PROMISE * squares)) {
                return false;
            }
            var next = moved(step);
            double sum = problem.sumOfSquares(next);
            double agreement = (squares - sum) / promised;
            if (agreement > DECREASE && isDerivable(next)) {
                double excess = 2 * agreement - 1;
                damping = Math.max(LEAST_DAMPING, damping * Math.max(1.0 / 3, 1 - excess * excess * excess));
                growth = 2;
                return move(next, sum);
            }
            damping *= growth;
            growth *= 2;
        }
    }

    private boolean isDerivable(double[] next) {
        linearize(next, spare);
        return spare.isFinite();
    }

    /// Where the spare triangle has been made.
    private boolean move(double[] next, double sum) {
        var passed = triangle;
        triangle = spare;
        spare = passed;
        at = next;
        squares = sum;
        for (int j = 0; j < lengths.length; j++) {
            lengths[j] = Math.max(lengths[j], triangle.length(j));
        }
        return true;
    }

    private double[] moved(double[] step) {
        var next = at.clone();
        Vectors.add(1, step, next);
        return next;
    }

    private static double squaresOf(double[] weights, double[] step) {
        double sum = 0;
        for (int j = 0; j < step.length; j++) {
            double product = weights[j] * step[j];
            sum = Math.fma(product, product, sum);
        }
        return sum;
    }

    /// Everything it remembers from step to step: the place, the lengths, the damping and its growth.
    public List<double[]> memory() {
        return List.of(at, lengths, new double[] {damping, growth});
    }

    /// Goes on where a descent of the same kind had this memory.
    public void restore(List<double[]> memory) {
        at = memory.get(0).clone();
        System.arraycopy(memory.get(1), 0, lengths, 0, lengths.length);
        damping = memory.get(2)[0];
        growth = memory.get(2)[1];
        arrive();
    }
}
