package io.chainrule.engine.kernel;

/// Loops that carry whole lines of chains on by some k: `c[r] += a(r, k)·b[k]` for lines c of C and b of B.
///
/// Every array is indexed from 0 by the one variable of its loop, which is what lets the compiler vectorise it.
final class LineLoops {

    private LineLoops() {}

    /// Four lines of C, four k: sixteen numbers of A stay in registers.
    ///
    /// @param at position in `a` of the number for the first line and k
    static void fourByFour(double[][] c, double[][] b, int k, double[] a, int at, int aRow, int aStep) {
        double[] c0 = c[0], c1 = c[1], c2 = c[2], c3 = c[3];
        double[] b0 = b[k], b1 = b[k + 1], b2 = b[k + 2], b3 = b[k + 3];
        int p = at, q = p + aRow, r = q + aRow, s = r + aRow, two = 2 * aStep, three = 3 * aStep;
        double a00 = a[p], a01 = a[p + aStep], a02 = a[p + two], a03 = a[p + three];
        double a10 = a[q], a11 = a[q + aStep], a12 = a[q + two], a13 = a[q + three];
        double a20 = a[r], a21 = a[r + aStep], a22 = a[r + two], a23 = a[r + three];
        double a30 = a[s], a31 = a[s + aStep], a32 = a[s + two], a33 = a[s + three];
        for (int i = 0; i < c0.length; i++) {
            double v0 = b0[i], v1 = b1[i], v2 = b2[i], v3 = b3[i];
            c0[i] = Math.fma(a03, v3, Math.fma(a02, v2, Math.fma(a01, v1, Math.fma(a00, v0, c0[i]))));
            c1[i] = Math.fma(a13, v3, Math.fma(a12, v2, Math.fma(a11, v1, Math.fma(a10, v0, c1[i]))));
            c2[i] = Math.fma(a23, v3, Math.fma(a22, v2, Math.fma(a21, v1, Math.fma(a20, v0, c2[i]))));
            c3[i] = Math.fma(a33, v3, Math.fma(a32, v2, Math.fma(a31, v1, Math.fma(a30, v0, c3[i]))));
        }
    }

    /// Four lines of C, one k.
    static void fourByOne(double[][] c, double[] b, double[] a, int at, int aRow) {
        double[] c0 = c[0], c1 = c[1], c2 = c[2], c3 = c[3];
        double a0 = a[at], a1 = a[at + aRow], a2 = a[at + 2 * aRow], a3 = a[at + 3 * aRow];
        for (int i = 0; i < c0.length; i++) {
            double v = b[i];
            c0[i] = Math.fma(a0, v, c0[i]);
            c1[i] = Math.fma(a1, v, c1[i]);
            c2[i] = Math.fma(a2, v, c2[i]);
            c3[i] = Math.fma(a3, v, c3[i]);
        }
    }

    /// One line of C, four k.
    static void oneByFour(double[] c, double[][] b, int k, double[] a, int at, int aStep) {
        double[] b0 = b[k], b1 = b[k + 1], b2 = b[k + 2], b3 = b[k + 3];
        double a0 = a[at], a1 = a[at + aStep], a2 = a[at + 2 * aStep], a3 = a[at + 3 * aStep];
        for (int i = 0; i < c.length; i++) {
            c[i] = Math.fma(a3, b3[i], Math.fma(a2, b2[i], Math.fma(a1, b1[i], Math.fma(a0, b0[i], c[i]))));
        }
    }

    /// One line of C, one k.
    static void oneByOne(double[] c, double[] b, double a) {
        for (int i = 0; i < c.length; i++) {
            c[i] = Math.fma(a, b[i], c[i]);
        }
    }
}
