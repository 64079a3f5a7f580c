package io.chainrule.engine.kernel;

/// Matrix product C = A·B, or C = A·B + row, by scalar tiles: every element is one chain of `fma` in ascending k.
///
/// A tile keeps sixteen chains going, because a lone chain waits for the latency of every `fma`; the edges get tiles of
/// their own for the same reason.
final class TileProduct implements Kernel {

    private final int rows;
    private final int columns;
    private final int depth;
    private final int aRow;
    private final int aStep;
    private final int bStep;
    private final int bColumn;
    private final double[] zeros;

    TileProduct(Layout layout) {
        this.rows = layout.rows();
        this.columns = layout.columns();
        this.depth = layout.depth();
        this.aRow = layout.aRow();
        this.aStep = layout.aStep();
        this.bStep = layout.bStep();
        this.bColumn = layout.bColumn();
        this.zeros = new double[columns];
    }

    @Override
    public void run(double[] c, double[][] operands) {
        var a = operands[0];
        var b = operands[1];
        var start = operands.length > 2 ? operands[2] : zeros;
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
            int j = 0;
            for (; j + 4 <= columns; j += 4) {
                tile4x4(a, i * aRow, b, j * bColumn, start, j, c, i * columns + j);
            }
            for (; j + 2 <= columns; j += 2) {
                tile4x2(a, i * aRow, b, j * bColumn, start, j, c, i * columns + j);
            }
            for (; j < columns; j++) {
                tile4x1(a, i * aRow, b, j * bColumn, start[j], c, i * columns + j);
            }
        }
        if (i + 2 <= rows && columns < 4) {
            int j = 0;
            for (; j + 2 <= columns; j += 2) {
                tile2x2(a, i * aRow, b, j * bColumn, start, j, c, i * columns + j);
            }
            for (; j < columns; j++) {
                c[i * columns + j] = chain(a, i * aRow, b, j * bColumn, start[j]);
                c[(i + 1) * columns + j] = chain(a, (i + 1) * aRow, b, j * bColumn, start[j]);
            }
            i += 2;
        }
        for (; i < rows; i++) {
            int j = 0;
            for (; j + 4 <= columns; j += 4) {
                tile1x4(a, i * aRow, b, j * bColumn, start, j, c, i * columns + j);
            }
            for (; j < columns; j++) {
                c[i * columns + j] = chain(a, i * aRow, b, j * bColumn, start[j]);
            }
        }
    }

    private double chain(double[] a, int x, double[] b, int y, double start) {
        double sum = start;
        for (int k = 0, d = x, e = y; k < depth; k++, d += aStep, e += bStep) {
            sum = Math.fma(a[d], b[e], sum);
        }
        return sum;
    }

    private void tile4x1(double[] a, int x0, double[] b, int y, double start, double[] c, int q) {
        int x1 = x0 + aRow, x2 = x1 + aRow, x3 = x2 + aRow;
        double c0 = start, c1 = start, c2 = start, c3 = start;
        for (int k = 0, d = 0, e = y; k < depth; k++, d += aStep, e += bStep) {
            double v = b[e];
            c0 = Math.fma(a[x0 + d], v, c0);
            c1 = Math.fma(a[x1 + d], v, c1);
            c2 = Math.fma(a[x2 + d], v, c2);
            c3 = Math.fma(a[x3 + d], v, c3);
        }
        c[q] = c0;
        c[q + columns] = c1;
        c[q + 2 * columns] = c2;
        c[q + 3 * columns] = c3;
    }

    private void tile4x2(double[] a, int x0, double[] b, int y0, double[] start, int j, double[] c, int q) {
        int x1 = x0 + aRow, x2 = x1 + aRow, x3 = x2 + aRow, y1 = y0 + bColumn;
        double c00 = start[j], c01 = start[j + 1], c10 = c00, c11 = c01;
        double c20 = c00, c21 = c01, c30 = c00, c31 = c01;
        for (int k = 0, d = 0, e = 0; k < depth; k++, d += aStep, e += bStep) {
            double a0 = a[x0 + d], a1 = a[x1 + d], a2 = a[x2 + d], a3 = a[x3 + d], b0 = b[y0 + e], b1 = b[y1 + e];
            c00 = Math.fma(a0, b0, c00);
            c01 = Math.fma(a0, b1, c01);
            c10 = Math.fma(a1, b0, c10);
            c11 = Math.fma(a1, b1, c11);
            c20 = Math.fma(a2, b0, c20);
            c21 = Math.fma(a2, b1, c21);
            c30 = Math.fma(a3, b0, c30);
            c31 = Math.fma(a3, b1, c31);
        }
        c[q] = c00;
        c[q + 1] = c01;
        c[q + columns] = c10;
        c[q + columns + 1] = c11;
        c[q + 2 * columns] = c20;
        c[q + 2 * columns + 1] = c21;
        c[q + 3 * columns] = c30;
        c[q + 3 * columns + 1] = c31;
    }

    private void tile1x4(double[] a, int x, double[] b, int y0, double[] start, int j, double[] c, int q) {
        int y1 = y0 + bColumn, y2 = y1 + bColumn, y3 = y2 + bColumn;
        double c0 = start[j], c1 = start[j + 1], c2 = start[j + 2], c3 = start[j + 3];
        for (int k = 0, d = x, e = 0; k < depth; k++, d += aStep, e += bStep) {
            double v = a[d];
            c0 = Math.fma(v, b[y0 + e], c0);
            c1 = Math.fma(v, b[y1 + e], c1);
            c2 = Math.fma(v, b[y2 + e], c2);
            c3 = Math.fma(v, b[y3 + e], c3);
        }
        c[q] = c0;
        c[q + 1] = c1;
        c[q + 2] = c2;
        c[q + 3] = c3;
    }

    private void tile2x2(double[] a, int x0, double[] b, int y0, double[] start, int j, double[] c, int q) {
        int x1 = x0 + aRow, y1 = y0 + bColumn;
        double c00 = start[j], c01 = start[j + 1], c10 = c00, c11 = c01;
        for (int k = 0, d = 0, e = 0; k < depth; k++, d += aStep, e += bStep) {
            double a0 = a[x0 + d], a1 = a[x1 + d], b0 = b[y0 + e], b1 = b[y1 + e];
            c00 = Math.fma(a0, b0, c00);
            c01 = Math.fma(a0, b1, c01);
            c10 = Math.fma(a1, b0, c10);
            c11 = Math.fma(a1, b1, c11);
        }
        c[q] = c00;
        c[q + 1] = c01;
        c[q + columns] = c10;
        c[q + columns + 1] = c11;
    }

    private void tile4x4(double[] a, int x0, double[] b, int y0, double[] start, int j, double[] c, int q) {
        int x1 = x0 + aRow, x2 = x1 + aRow, x3 = x2 + aRow;
        int y1 = y0 + bColumn, y2 = y1 + bColumn, y3 = y2 + bColumn;
        double c00 = start[j], c01 = start[j + 1], c02 = start[j + 2], c03 = start[j + 3];
        double c10 = c00, c11 = c01, c12 = c02, c13 = c03;
        double c20 = c00, c21 = c01, c22 = c02, c23 = c03;
        double c30 = c00, c31 = c01, c32 = c02, c33 = c03;
        for (int k = 0, d = 0, e = 0; k < depth; k++, d += aStep, e += bStep) {
            double a0 = a[x0 + d], a1 = a[x1 + d], a2 = a[x2 + d], a3 = a[x3 + d];
            double b0 = b[y0 + e], b1 = b[y1 + e], b2 = b[y2 + e], b3 = b[y3 + e];
            c00 = Math.fma(a0, b0, c00);
            c01 = Math.fma(a0, b1, c01);
            c02 = Math.fma(a0, b2, c02);
            c03 = Math.fma(a0, b3, c03);
            c10 = Math.fma(a1, b0, c10);
            c11 = Math.fma(a1, b1, c11);
            c12 = Math.fma(a1, b2, c12);
            c13 = Math.fma(a1, b3, c13);
            c20 = Math.fma(a2, b0, c20);
            c21 = Math.fma(a2, b1, c21);
            c22 = Math.fma(a2, b2, c22);
            c23 = Math.fma(a2, b3, c23);
            c30 = Math.fma(a3, b0, c30);
            c31 = Math.fma(a3, b1, c31);
            c32 = Math.fma(a3, b2, c32);
            c33 = Math.fma(a3, b3, c33);
        }
        store(c, q, c00, c01, c02, c03);
        store(c, q + columns, c10, c11, c12, c13);
        store(c, q + 2 * columns, c20, c21, c22, c23);
        store(c, q + 3 * columns, c30, c31, c32, c33);
    }

    private static void store(double[] c, int q, double c0, double c1, double c2, double c3) {
        c[q] = c0;
        c[q + 1] = c1;
        c[q + 2] = c2;
        c[q + 3] = c3;
    }
}
