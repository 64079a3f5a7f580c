package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The optimum of a regularized softmax regression is unique in its probabilities, so whoever finds it finds the same:
/// here L-BFGS as it is built, and Newton's method written out with the Hessian of the textbook (Böhning,
/// "Multinomial logistic regression algorithm", 1992).
class SoftmaxOptimumTest {

    private static final double L2 = 0.05;

    @Test
    void quasiNewtonFindsTheProbabilitiesThatNewtonFinds() {
        var dataset = Specs.clouds(150, 3, 4);
        var run = TrainingRun.of(
                Specs.linear()
                        .optimizer(new OptimizerSpec.Lbfgs(10))
                        .regularization(new Regularization(0, L2, null, null))
                        .epochs(1000)
                        .build(),
                dataset);

        var history = Specs.train(run);

        assertThat(run.ending()).contains(Ending.CONVERGED);
        assertThat(history.last().value(Metric.GRADIENT_NORM)).isLessThan(1e-9);
        var rows = rows(run, dataset);
        var found = run.model().outputs(rows);
        var expected = newton(rows, run.model().encoding().encodeTargets(dataset, all(dataset)));
        for (int row = 0; row < rows.rows(); row++) {
            for (int k = 0; k < 4; k++) {
                assertThat(found.prediction(row, k)).isCloseTo(expected[row][k], within(1e-9));
            }
        }
    }

    private static Matrix rows(TrainingRun run, Dataset dataset) {
        return run.model().encoding().encode(dataset.table(), all(dataset));
    }

    private static int[] all(Dataset dataset) {
        return IntStream.range(0, dataset.examples()).toArray();
    }

    /// The probabilities of each row at the optimum. Parameter `k * (d + 1) + j` is the weight of input j, or for
    /// j = d the bias, of class k; the last class has no bias, which changes no probability.
    private static double[][] newton(Matrix x, Matrix targets) {
        int inputs = x.columns();
        int classes = targets.columns();
        int size = classes * (inputs + 1) - 1;
        var parameters = new double[size];
        double[][] probabilities = {};
        for (int iteration = 0; iteration < 30; iteration++) {
            probabilities = probabilities(x, classes, parameters);
            var gradient = new double[size];
            var hessian = new double[size][size];
            for (int a = 0; a < size; a++) {
                int k = a / (inputs + 1);
                int i = a % (inputs + 1);
                if (i < inputs) {
                    gradient[a] += L2 * parameters[a];
                    hessian[a][a] += L2;
                }
                for (int row = 0; row < x.rows(); row++) {
                    double p = probabilities[row][k];
                    gradient[a] += (p - targets.at(row, k)) * input(x, row, i) / x.rows();
                    for (int b = 0; b < size; b++) {
                        int other = b / (inputs + 1);
                        double slope = p * ((k == other ? 1 : 0) - probabilities[row][other]);
                        hessian[a][b] += slope * input(x, row, i) * input(x, row, b % (inputs + 1)) / x.rows();
                    }
                }
            }
            var step = solve(hessian, gradient);
            Arrays.setAll(parameters, a -> parameters[a] - step[a]);
        }
        return probabilities;
    }

    private static double input(Matrix x, int row, int index) {
        return index == x.columns() ? 1 : x.at(row, index);
    }

    private static double[][] probabilities(Matrix x, int classes, double[] parameters) {
        var probabilities = new double[x.rows()][classes];
        for (int row = 0; row < x.rows(); row++) {
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                double score = 0;
                for (int i = 0; i <= x.columns(); i++) {
                    int index = k * (x.columns() + 1) + i;
                    score += index < parameters.length ? parameters[index] * input(x, row, i) : 0;
                }
                probabilities[row][k] = StrictMath.exp(score);
                sum += probabilities[row][k];
            }
            for (int k = 0; k < classes; k++) {
                probabilities[row][k] /= sum;
            }
        }
        return probabilities;
    }

    /// Gauss elimination with the largest pivot.
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
            }
            var held = matrix[column];
            matrix[column] = matrix[pivot];
            matrix[pivot] = held;
            double value = right[column];
            right[column] = right[pivot];
            right[pivot] = value;
            for (int row = column + 1; row < size; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                for (int i = column; i < size; i++) {
                    matrix[row][i] -= factor * matrix[column][i];
                }
                right[row] -= factor * right[column];
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int i = row + 1; i < size; i++) {
                right[row] -= matrix[row][i] * right[i];
            }
            right[row] /= matrix[row][row];
        }
        return right;
    }
}
