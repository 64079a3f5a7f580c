package io.chainrule.learning.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DescentTest {

    private static final Offset<Double> EXACTLY = within(1e-15);
    private static final OptimizerSpec.OfExpressions LBFGS = new OptimizerSpec.Lbfgs(10);

    /// f(a, b) = (a² + 10 b²)/2 from (0.5, −0.05): its gradient is (0.5, −0.5).
    private static final CurvedObjective BOWL = new CurvedObjective() {
        @Override
        public double evaluate(double[] at, double[] gradient) {
            gradient[0] = at[0];
            gradient[1] = 10 * at[1];
            return (at[0] * at[0] + 10 * at[1] * at[1]) / 2;
        }

        @Override
        public void hessian(double[] at, double[][] hessian) {
            hessian[0] = new double[] {1, 0};
            hessian[1] = new double[] {0, 10};
        }
    };

    private static final CurvedObjective ROSENBROCK = new CurvedObjective() {
        @Override
        public double evaluate(double[] at, double[] gradient) {
            double bend = at[1] - at[0] * at[0];
            gradient[0] = -2 * (1 - at[0]) - 400 * at[0] * bend;
            gradient[1] = 200 * bend;
            return (1 - at[0]) * (1 - at[0]) + 100 * bend * bend;
        }

        @Override
        public void hessian(double[] at, double[][] hessian) {
            hessian[0] = new double[] {2 - 400 * at[1] + 1200 * at[0] * at[0], -400 * at[0]};
            hessian[1] = new double[] {-400 * at[0], 200};
        }
    };

    /// First against the gradient, along (−0.5, 0.5). At α = 1 the place is (0, 0.45), higher: too far.
    /// The value is a parabola with φ′(α) = −0.5 + 2.75 α, and the cubic through both ends hits its bottom
    /// α = 2/11, which is (9/22, 9/220).
    ///
    /// Then s = (−1/11, 1/11), y = (−1/11, 10/11), s·y = 1/11, y·y = 101/121, g = (9/22, 9/22).
    /// As s·g = 0, g keeps its share and only shrinks by s·y/y·y = 11/101; y times that, over s·y, is
    /// β = 81/22·11/101. The direction is −(9/22·11/101)·(1, 1) + β·(−1/11, 1/11), and α = 1 will do.
    @Test
    void quasiNewtonStepsAreThoseOfTheTwoLoops() {
        var descent = Descent.of(LBFGS, BOWL, new double[] {0.5, -0.05}, 1e-8);

        assertThat(descent.advance()).isTrue();
        assertThat(descent.point().at[0]).isCloseTo(9.0 / 22, EXACTLY);
        assertThat(descent.point().at[1]).isCloseTo(9.0 / 220, EXACTLY);

        assertThat(descent.advance()).isTrue();
        double shrunk = 9.0 / 22 * 11 / 101;
        double share = 81.0 / 22 * 11 / 101;
        assertThat(descent.point().at[0]).isCloseTo(9.0 / 22 - shrunk - share / 11, EXACTLY);
        assertThat(descent.point().at[1]).isCloseTo(9.0 / 220 - shrunk + share / 11, EXACTLY);
    }

    /// The two loops give what the update of the whole matrix gives:
    /// H ← (1 − s·yᵀ/sᵀy)·H·(1 − y·sᵀ/sᵀy) + s·sᵀ/sᵀy for each remembered pair, from old to new,
    /// beginning with sᵀy/yᵀy of the newest.
    @Test
    void quasiNewtonDirectionsAreThoseOfTheWholeMatrix() {
        var descent = Descent.of(new OptimizerSpec.Lbfgs(2), ROSENBROCK, new double[] {-1.2, 1}, 1e-8);
        var points = new ArrayList<double[]>();
        var gradients = new ArrayList<double[]>();
        for (int step = 0; step < 6; step++) {
            points.add(descent.point().at.clone());
            gradients.add(descent.point().gradient.clone());
            assertThat(descent.advance()).isTrue();
            if (step >= 2) {
                var expected = direction(points, gradients);
                var taken = difference(descent.point().at, points.getLast());
                double parallel = Vectors.dot(taken, expected) / (Vectors.length(taken) * Vectors.length(expected));
                assertThat(parallel).isCloseTo(1, within(1e-14));
            }
        }
    }

    private static double[] direction(List<double[]> points, List<double[]> gradients) {
        int last = points.size() - 1;
        double[][] inverse = {{1, 0}, {0, 1}};
        for (int k = last - 1; k <= last; k++) {
            var s = difference(points.get(k), points.get(k - 1));
            var y = difference(gradients.get(k), gradients.get(k - 1));
            double sy = Vectors.dot(s, y);
            if (k == last - 1) {
                var newest = difference(gradients.get(last), gradients.get(last - 1));
                double size = Vectors.dot(difference(points.get(last), points.get(last - 1)), newest)
                        / Vectors.dot(newest, newest);
                inverse = new double[][] {{size, 0}, {0, size}};
            }
            double[][] left = {{1 - s[0] * y[0] / sy, -s[0] * y[1] / sy}, {-s[1] * y[0] / sy, 1 - s[1] * y[1] / sy}};
            double[][] right = {{left[0][0], left[1][0]}, {left[0][1], left[1][1]}};
            inverse = product(product(left, inverse), right);
            for (int i = 0; i < 4; i++) {
                inverse[i / 2][i % 2] += s[i / 2] * s[i % 2] / sy;
            }
        }
        var g = gradients.get(last);
        return new double[] {-Vectors.dot(inverse[0], g), -Vectors.dot(inverse[1], g)};
    }

    private static double[] difference(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1]};
    }

    private static double[][] product(double[][] a, double[][] b) {
        var product = new double[2][2];
        for (int i = 0; i < 4; i++) {
            product[i / 2][i % 2] = a[i / 2][0] * b[0][i % 2] + a[i / 2][1] * b[1][i % 2];
        }
        return product;
    }

    /// x − H⁻¹g: with the Hessian diag(1, 10) and the gradient (0.5, −0.5) that is the bottom, at once.
    @Test
    void newtonStepSolvesForTheGradient() {
        var descent = Descent.of(new OptimizerSpec.Newton(), BOWL, new double[] {0.5, -0.05}, 1e-8);

        assertThat(descent.advance()).isTrue();
        assertThat(descent.point().at).containsExactly(new double[] {0, 0}, EXACTLY);
        assertThat(descent.isSettled()).isTrue();
    }

    /// On Rosenbrock at (−1.2, 1): g = (−215.6, −88), H = [[1330, 480], [480, 200]], det H = 35600, so
    /// −H⁻¹g = ((200·215.6 − 480·88)/35600, (1330·88 − 480·215.6)/35600) = (880/35600, 13552/35600).
    @Test
    void newtonStepOnRosenbrock() {
        var descent = Descent.of(new OptimizerSpec.Newton(), ROSENBROCK, new double[] {-1.2, 1}, 1e-8);

        assertThat(descent.advance()).isTrue();
        assertThat(descent.point().at[0]).isCloseTo(-1.2 + 880.0 / 35600, EXACTLY);
        assertThat(descent.point().at[1]).isCloseTo(1 + 13552.0 / 35600, EXACTLY);
    }

    @Test
    void acceptedStepsMeetTheStrongWolfeConditions() {
        var random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            double[] start = {random.nextDouble(-3, 3), random.nextDouble(-3, 3)};
            var before = Point.of(ROSENBROCK, start);
            var after = Point.beside(before);
            double[] direction = {random.nextGaussian(), random.nextGaussian()};
            if (before.slope(direction) > 0) {
                Vectors.scale(-1, direction, direction);
            }

            var found = new LineSearch(ROSENBROCK, before).search(before, direction, random.nextDouble(5), after);

            double step = (after.at[0] - before.at[0]) / direction[0];
            double slope = before.slope(direction);
            assertThat(found).isTrue();
            assertThat(step).isPositive();
            assertThat(after.value()).isLessThanOrEqualTo(before.value() + 1e-4 * step * slope);
            assertThat(Math.abs(after.slope(direction))).isLessThanOrEqualTo(0.9 * Math.abs(slope));
        }
    }

    @Test
    void quasiNewtonKeepsNoMoreThanItsMemory() {
        var shortSighted = Descent.of(new OptimizerSpec.Lbfgs(1), ROSENBROCK, new double[] {-1.2, 1}, 1e-8);
        while (!shortSighted.isSettled() && shortSighted.advance()) {}

        assertThat(shortSighted.point().value()).isCloseTo(0, within(1e-15));
    }

    @Test
    void eigenvectorsRebuildTheMatrix() {
        var random = new Random(3);
        int size = 20;
        var matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = random.nextGaussian();
                matrix[j][i] = matrix[i][j];
            }
        }
        var eigen = Eigenvectors.of(matrix);

        for (int i = 0; i < size; i++) {
            var row = new double[size];
            for (int k = 0; k < size; k++) {
                for (int j = 0; j < size; j++) {
                    row[j] += eigen.vectors()[i][k] * eigen.values()[k] * eigen.vectors()[j][k];
                }
            }
            assertThat(row).containsExactly(matrix[i], within(1e-13));
        }
        assertThat(Arrays.stream(eigen.values()).min()).hasValue(eigen.values()[eigen.least()]);
    }

    @Test
    void choleskyRefusesWhatIsNotPositiveDefinite() {
        double[] right = {1, 2};

        assertThat(Cholesky.solve(new double[][] {{1, 2}, {2, 1}}, 0.9, right)).isFalse();
        assertThat(right).containsExactly(1, 2);
        assertThat(Cholesky.solve(new double[][] {{1, 2}, {2, 2}}, 3, right)).isTrue();
        assertThat(right).containsExactly(new double[] {1.0 / 16, 3.0 / 8}, EXACTLY);
    }
}
