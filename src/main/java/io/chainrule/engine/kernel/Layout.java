package io.chainrule.engine.kernel;

/// Where a matrix product C = A·B finds its numbers: operands may be stored transposed, only the distances differ.
///
/// @param rows rows of C
/// @param columns columns of C
/// @param depth columns of A, rows of B
/// @param aRow distance in A from one row to the next
/// @param aStep distance in A from one k to the next
/// @param bStep distance in B from one k to the next
/// @param bColumn distance in B from one column to the next
record Layout(int rows, int columns, int depth, int aRow, int aStep, int bStep, int bColumn) {

    static Layout of(int rows, int columns, int depth, boolean transposeLeft, boolean transposeRight) {
        return new Layout(
                rows,
                columns,
                depth,
                transposeLeft ? 1 : depth,
                transposeLeft ? rows : 1,
                transposeRight ? 1 : columns,
                transposeRight ? depth : 1);
    }

    long multiplyAdds() {
        return (long) rows * columns * depth;
    }
}
