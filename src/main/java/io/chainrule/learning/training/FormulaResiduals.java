package io.chainrule.learning.training;

import io.chainrule.learning.model.Jacobian;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.model.Parameters;
import io.chainrule.learning.model.Uncertainty;
import io.chainrule.learning.training.optimizer.LeastSquares;
import io.chainrule.learning.training.optimizer.Triangle;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// By how much a formula misses its targets, example by example. The size of a block is a constant, being part of the
/// sum.
final class FormulaResiduals implements LeastSquares {

    private static final int BLOCK = Measurement.BLOCK;

    private final Examples examples;
    private final double[][] parameters;
    private final @Nullable Block whole;
    private final @Nullable Block last;

    /// @param parameters that follow every place it is asked about
    FormulaResiduals(ModelSpec.ExpressionModel formula, Examples examples, Parameters parameters) {
        int rest = examples.count() % BLOCK;
        this.examples = examples;
        this.parameters = parameters.learnedArrays();
        this.whole = examples.count() < BLOCK ? null : new Block(formula, BLOCK, parameters);
        this.last = rest == 0 ? null : new Block(formula, rest, parameters);
    }

    int examples() {
        return examples.count();
    }

    @Override
    public double sumOfSquares(double[] at) {
        place(at);
        double sum = 0;
        for (int from = 0; from < examples.count(); from += BLOCK) {
            var block = load(from);
            block.jacobian.runForward();
            sum += block.squares(from);
        }
        return sum;
    }

    @Override
    public void linearize(double[] at, Triangle triangle) {
        place(at);
        for (int from = 0; from < examples.count(); from += BLOCK) {
            var block = load(from);
            block.jacobian.run();
            triangle.add(block.rows(from));
        }
    }

    /// Where the parameters are.
    double[] place() {
        return Arrays.stream(parameters).mapToDouble(value -> value[0]).toArray();
    }

    /// Of the parameters where they are; null if there are no more examples than parameters, or if these do not tell
    /// the parameters apart.
    @Nullable
    Uncertainty uncertainty() {
        int freedom = examples.count() - parameters.length;
        if (freedom <= 0) {
            return null;
        }
        var triangle = new Triangle(parameters.length + 1);
        linearize(place(), triangle);
        double variance = sumOfSquares(place()) / freedom;
        return triangle.inverseOfSquare()
                .filter(_ -> Double.isFinite(variance))
                .map(inverse -> new Uncertainty(Math.sqrt(variance), scaled(variance, inverse)))
                .orElse(null);
    }

    private static List<List<Double>> scaled(double factor, double[][] matrix) {
        return Arrays.stream(matrix)
                .map(row ->
                        Arrays.stream(row).map(value -> factor * value).boxed().toList())
                .toList();
    }

    /// Puts the parameters to a place.
    void place(double[] at) {
        for (int i = 0; i < at.length; i++) {
            parameters[i][0] = at[i];
        }
    }

    private Block load(int from) {
        var block = from + BLOCK <= examples.count() ? whole : last;
        if (block == null) {
            throw new IllegalStateException("There is no block at row " + from);
        }
        int columns = examples.features().columns();
        System.arraycopy(
                examples.features().values(), from * columns, block.jacobian.features(), 0, block.count * columns);
        return block;
    }

    /// So many rows at once.
    private final class Block {

        private final int count;
        private final Jacobian jacobian;
        private final double[][] rows;

        Block(ModelSpec.ExpressionModel formula, int count, Parameters parameters) {
            this.count = count;
            this.jacobian = new Jacobian(formula, count, parameters);
            this.rows = new double[formula.parameters().size() + 1][count];
        }

        private double residual(int from, int row) {
            return jacobian.values()[row] - examples.targets().at(from + row, 0);
        }

        double squares(int from) {
            double sum = 0;
            for (int row = 0; row < count; row++) {
                double residual = residual(from, row);
                sum = Math.fma(residual, residual, sum);
            }
            return sum;
        }

        /// One array a parameter, then the residuals.
        double[][] rows(int from) {
            int parameters = rows.length - 1;
            for (int j = 0; j < parameters; j++) {
                System.arraycopy(jacobian.slopes(j), 0, rows[j], 0, count);
            }
            for (int row = 0; row < count; row++) {
                rows[parameters][row] = residual(from, row);
            }
            return rows;
        }
    }
}
