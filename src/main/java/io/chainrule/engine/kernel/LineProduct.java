package io.chainrule.engine.kernel;

import java.util.Arrays;

/// Matrix product by whole lines, which the compiler vectorises: every element is one chain of `fma` in ascending k.
///
/// A line is a strip of a row of C, or, where C is narrow, of a column: then the same is done for Cᵀ = Bᵀ·Aᵀ. The
/// operand that lines are made of is copied to arrays of its own first, four lines of C at a time grow in others.
final class LineProduct implements Kernel {

    private static final int LONGEST = 512;

    private final Layout layout;
    private final boolean downRows;
    private final int lines; // of C
    private final int length; // of C's lines
    private final double[][] b; // lines of the one operand, by k
    private final double[][][] desks; // lines of C, four for each thread
    private final double[] zeros;

    /// @param downRows whether lines are columns of C
    LineProduct(Layout layout, boolean downRows) {
        this(layout, downRows, Team.size(layout.multiplyAdds()));
    }

    LineProduct(Layout layout, boolean downRows, int threads) {
        this.layout = layout;
        this.downRows = downRows;
        this.lines = downRows ? layout.columns() : layout.rows();
        this.length = downRows ? layout.rows() : layout.columns();
        int strips = (length - 1) / LONGEST + 1;
        int strip = (length - 1) / strips + 1;
        this.b = new double[layout.depth()][strip];
        this.desks = new double[threads][4][strip];
        this.zeros = new double[layout.columns()];
    }

    @Override
    public void run(double[] result, double[][] operands) {
        var start = operands.length > 2 ? operands[2] : zeros;
        int strip = b[0].length;
        for (int from = 0; from < length; from += strip) {
            int first = Math.min(from, length - strip); // the last strip overlaps: what it repeats comes out the same
            if (downRows) {
                pack(operands[0], first, layout.aRow(), layout.aStep());
                multiply(operands[1], layout.bColumn(), layout.bStep(), start, first, result);
            } else {
                pack(operands[1], first, layout.bColumn(), layout.bStep());
                multiply(operands[0], layout.aRow(), layout.aStep(), start, first, result);
            }
        }
    }

    private void multiply(double[] a, int aRow, int aStep, double[] start, int first, double[] result) {
        int fours = (lines - 1) / 4 + 1;
        if (desks.length > 1) {
            Team.share(
                    fours,
                    desks.length,
                    (four, member) -> multiply(a, aRow, aStep, start, first, result, 4 * four, desks[member]));
        } else {
            for (int line = 0; line < lines; line += 4) {
                multiply(a, aRow, aStep, start, first, result, line, desks[0]);
            }
        }
    }

    /// Four lines from `line` on, or what is left of them.
    private void multiply(
            double[] a, int aRow, int aStep, double[] start, int first, double[] result, int line, double[][] c) {
        int last = Math.min(line + 4, lines);
        for (int i = line; i < last; i++) {
            begin(c[i - line], start, first, i);
        }
        if (last == line + 4) {
            int k = 0;
            for (; k + 4 <= b.length; k += 4) {
                LineLoops.fourByFour(c, b, k, a, line * aRow + k * aStep, aRow, aStep);
            }
            for (; k < b.length; k++) {
                LineLoops.fourByOne(c, b[k], a, line * aRow + k * aStep, aRow);
            }
        } else {
            for (int i = line; i < last; i++) {
                multiplyOne(c[i - line], a, i * aRow, aStep);
            }
        }
        for (int i = line; i < last; i++) {
            store(c[i - line], first, i, result);
        }
    }

    private void multiplyOne(double[] c, double[] a, int at, int aStep) {
        int k = 0;
        for (; k + 4 <= b.length; k += 4) {
            LineLoops.oneByFour(c, b, k, a, at + k * aStep, aStep);
        }
        for (; k < b.length; k++) {
            LineLoops.oneByOne(c, b[k], a[at + k * aStep]);
        }
    }

    private void pack(double[] operand, int first, int along, int step) {
        if (along == 1) {
            for (int k = 0; k < b.length; k++) {
                System.arraycopy(operand, first + k * step, b[k], 0, b[k].length);
            }
        } else {
            int k = 0;
            for (; k + 4 <= b.length; k += 4) {
                transpose(operand, first * along + k * step, along, step, b[k], b[k + 1], b[k + 2], b[k + 3]);
            }
            for (; k < b.length; k++) {
                for (int i = 0, p = first * along + k * step; i < b[k].length; i++, p += along) {
                    b[k][i] = operand[p];
                }
            }
        }
    }

    private static void transpose(
            double[] operand, int at, int along, int step, double[] b0, double[] b1, double[] b2, double[] b3) {
        for (int i = 0, p = at; i < b0.length; i++, p += along) {
            b0[i] = operand[p];
            b1[i] = operand[p + step];
            b2[i] = operand[p + 2 * step];
            b3[i] = operand[p + 3 * step];
        }
    }

    private void begin(double[] c, double[] start, int first, int line) {
        if (downRows) {
            Arrays.fill(c, start[line]);
        } else {
            System.arraycopy(start, first, c, 0, c.length);
        }
    }

    private void store(double[] c, int first, int line, double[] result) {
        if (downRows) {
            for (int i = 0, p = first * layout.columns() + line; i < c.length; i++, p += layout.columns()) {
                result[p] = c[i];
            }
        } else {
            System.arraycopy(c, 0, result, line * layout.columns() + first, c.length);
        }
    }
}
