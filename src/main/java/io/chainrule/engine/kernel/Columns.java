package io.chainrule.engine.kernel;

import java.util.Arrays;

/// One column taken out of a matrix, or put into one that is zero elsewhere.
public final class Columns {

    private Columns() {}

    /// The column of a matrix of so many columns.
    public static Kernel taken(int column, int columns) {
        return (y, operands) -> {
            var x = operands[0];
            for (int row = 0; row < y.length; row++) {
                y[row] = x[row * columns + column];
            }
        };
    }

    /// A matrix of so many columns.
    public static Kernel placed(int column, int columns) {
        return (y, operands) -> {
            var x = operands[0];
            Arrays.fill(y, 0);
            for (int row = 0; row < x.length; row++) {
                y[row * columns + column] = x[row];
            }
        };
    }
}
