package io.chainrule.learning.training.optimizer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// L-BFGS: the inverse of the Hessian as the last steps s and the changes y of the gradient along them tell it, times
/// the gradient; then a line search.
public final class QuasiNewton implements Descent {

    private static final double LEAST_COSINE = 0x1p-40;

    private final LineSearch lineSearch;
    private final int memory;
    private final double tolerance;
    private final double[] direction;
    private final ArrayDeque<Curvature> curvatures = new ArrayDeque<>(); // the newest is last
    private Point point;
    private Point next;

    /// A descent at its start.
    ///
    /// @param tolerance largest absolute gradient component that counts as none
    public QuasiNewton(OptimizerSpec.Lbfgs spec, Objective objective, double[] start, double tolerance) {
        this.memory = spec.memory();
        this.tolerance = tolerance;
        this.point = Point.of(objective, start);
        this.next = Point.beside(point);
        this.direction = new double[start.length];
        this.lineSearch = new LineSearch(objective, point);
    }

    /// A step and how the gradient changed along it, with their scalar product.
    private static final class Curvature {

        final double[] step;
        final double[] change;
        double product;

        Curvature(int variables) {
            step = new double[variables];
            change = new double[variables];
        }
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
        var found = lookAhead();
        if (!found && !curvatures.isEmpty()) {
            curvatures.clear(); // what is remembered may not be true here
            found = lookAhead();
        }
        if (found) {
            remember();
            var passed = point;
            point = next;
            next = passed;
        }
        return found;
    }

    private boolean lookAhead() {
        point.descent(direction);
        if (!curvatures.isEmpty()) {
            Vectors.scale(-1, point.gradient, direction);
            multiplyByInverseHessian(direction);
        }
        return lineSearch.search(point, direction, 1, next);
    }

    /// The two loops of Nocedal: q ← q − α·y from new to old, r ← r + (α − β)·s from old to new.
    private void multiplyByInverseHessian(double[] vector) {
        var shares = new double[curvatures.size()];
        int k = shares.length;
        for (var pairs = curvatures.descendingIterator(); pairs.hasNext(); ) {
            var pair = pairs.next();
            shares[--k] = Vectors.dot(pair.step, vector) / pair.product;
            Vectors.add(-shares[k], pair.change, vector);
        }
        var newest = curvatures.getLast();
        double size = newest.product / Vectors.dot(newest.change, newest.change);
        Vectors.scale(size, vector, vector);
        for (var pair : curvatures) {
            double share = shares[k++] - Vectors.dot(pair.change, vector) / pair.product;
            Vectors.add(share, pair.step, vector);
        }
    }

    /// Only curvature that is clearly positive is remembered, so that the matrix stays positive definite; the strong
    /// Wolfe conditions promise it, but not every step can meet them.
    private void remember() {
        var curvature = curvatures.size() == memory ? curvatures.removeFirst() : new Curvature(direction.length);
        for (int i = 0; i < direction.length; i++) {
            curvature.step[i] = next.at[i] - point.at[i];
            curvature.change[i] = next.gradient[i] - point.gradient[i];
        }
        double lengths = Vectors.length(curvature.step) * Vectors.length(curvature.change);
        curvature.product = Vectors.dot(curvature.step, curvature.change);
        if (curvature.product > LEAST_COSINE * lengths && Double.isFinite(lengths)) {
            curvatures.addLast(curvature);
        }
    }

    /// Everything it remembers from step to step: place, gradient and value, then the curvatures from old to new.
    public List<double[]> memory() {
        var all = new ArrayList<double[]>();
        all.addAll(List.of(point.at, point.gradient, new double[] {point.value()}));
        for (var pair : curvatures) {
            all.addAll(List.of(pair.step, pair.change, new double[] {pair.product}));
        }
        return all;
    }

    /// Goes on where a descent of the same kind had this memory.
    public void restore(List<double[]> memory) {
        point.restore(memory.get(0), memory.get(1), memory.get(2)[0]);
        curvatures.clear();
        for (int k = 3; k < memory.size(); k += 3) {
            var pair = new Curvature(direction.length);
            System.arraycopy(memory.get(k), 0, pair.step, 0, direction.length);
            System.arraycopy(memory.get(k + 1), 0, pair.change, 0, direction.length);
            pair.product = memory.get(k + 2)[0];
            curvatures.addLast(pair);
        }
    }
}
