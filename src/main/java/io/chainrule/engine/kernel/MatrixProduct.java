package io.chainrule.engine.kernel;

/// Chooses the loops for a matrix product by its shape; whichever it chooses, the bits are the same.
public final class MatrixProduct {

    private static final int FEW = 1_000; // multiply-adds that tiles have done before others have packed an operand
    private static final int LONG = 10; // columns whose rows make up for the overhead of a line
    private static final int WIDE = 16; // columns from which on a row is the better line even if A is transposed
    private static final int NARROW = 3; // columns that tiles do as well
    private static final int DEEP = 4; // k that make up for packing

    private MatrixProduct() {}

    /// C = A·B (+ a row, if there is a third operand).
    ///
    /// @param rows rows of C
    /// @param columns columns of C
    /// @param depth how many products make one element
    /// @param transposeLeft whether A is stored as its transpose
    /// @param transposeRight whether B is stored as its transpose
    public static Kernel of(int rows, int columns, int depth, boolean transposeLeft, boolean transposeRight) {
        var layout = Layout.of(rows, columns, depth, transposeLeft, transposeRight);
        if (layout.multiplyAdds() < FEW) {
            return new TileProduct(layout);
        }
        boolean isNarrow = columns <= NARROW && transposeLeft; // packing B costs as much as is gained
        return VectorKernels.areUsed() && !isNarrow ? new VectorProduct(layout) : plain(layout);
    }

    /// What is fastest without the Vector API.
    static Kernel plain(Layout layout) {
        if (layout.depth() < DEEP) {
            return new TileProduct(layout);
        }
        boolean downRows = layout.columns() < WIDE && layout.aRow() == 1; // A's columns are lines already
        return layout.columns() >= (downRows ? NARROW : LONG)
                ? new LineProduct(layout, downRows)
                : new TileProduct(layout);
    }
}
