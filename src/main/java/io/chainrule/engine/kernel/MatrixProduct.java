package io.chainrule.engine.kernel;

/// Chooses the loops for a matrix product; whichever it chooses, the bits are the same.
public final class MatrixProduct {

    private MatrixProduct() {}

    /// C = A·B (+ a row, if there is a third operand).
    ///
    /// @param rows rows of C
    /// @param columns columns of C
    /// @param depth how many products make one element
    /// @param transposeLeft whether A is stored as its transpose
    /// @param transposeRight whether B is stored as its transpose
    public static Kernel of(int rows, int columns, int depth, boolean transposeLeft, boolean transposeRight) {
        return new Product(rows, columns, depth, transposeLeft, transposeRight);
    }
}
