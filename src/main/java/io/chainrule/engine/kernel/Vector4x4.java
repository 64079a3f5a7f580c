package io.chainrule.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Four rows by four vectors of C, held in registers while k runs.
///
/// Nothing but load, broadcast, `fma` and store: helper calls or a longer method would keep the compiler from inlining
/// all of it, and then it would box every vector.
final class Vector4x4 implements VectorTile {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    @Override
    public int rows() {
        return 4;
    }

    @Override
    public int vectors() {
        return 4;
    }

    @Override
    public void run(
            int depth,
            double[] a,
            int at,
            int aRow,
            int aStep,
            double[] strip,
            double[] start,
            double[] c,
            int q,
            int n) {
        int lanes = LANES.length();
        var c00 = DoubleVector.fromArray(LANES, start, 0);
        var c01 = DoubleVector.fromArray(LANES, start, lanes);
        var c02 = DoubleVector.fromArray(LANES, start, 2 * lanes);
        var c03 = DoubleVector.fromArray(LANES, start, 3 * lanes);
        var c10 = c00;
        var c11 = c01;
        var c12 = c02;
        var c13 = c03;
        var c20 = c00;
        var c21 = c01;
        var c22 = c02;
        var c23 = c03;
        var c30 = c00;
        var c31 = c01;
        var c32 = c02;
        var c33 = c03;
        int a0 = at, a1 = a0 + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
        for (int k = 0, d = 0, p = 0; k < depth; k++, d += aStep, p += 4 * lanes) {
            var b0 = DoubleVector.fromArray(LANES, strip, p);
            var b1 = DoubleVector.fromArray(LANES, strip, p + lanes);
            var b2 = DoubleVector.fromArray(LANES, strip, p + 2 * lanes);
            var b3 = DoubleVector.fromArray(LANES, strip, p + 3 * lanes);
            var v0 = DoubleVector.broadcast(LANES, a[a0 + d]);
            c00 = v0.fma(b0, c00);
            c01 = v0.fma(b1, c01);
            c02 = v0.fma(b2, c02);
            c03 = v0.fma(b3, c03);
            var v1 = DoubleVector.broadcast(LANES, a[a1 + d]);
            c10 = v1.fma(b0, c10);
            c11 = v1.fma(b1, c11);
            c12 = v1.fma(b2, c12);
            c13 = v1.fma(b3, c13);
            var v2 = DoubleVector.broadcast(LANES, a[a2 + d]);
            c20 = v2.fma(b0, c20);
            c21 = v2.fma(b1, c21);
            c22 = v2.fma(b2, c22);
            c23 = v2.fma(b3, c23);
            var v3 = DoubleVector.broadcast(LANES, a[a3 + d]);
            c30 = v3.fma(b0, c30);
            c31 = v3.fma(b1, c31);
            c32 = v3.fma(b2, c32);
            c33 = v3.fma(b3, c33);
        }
        c00.intoArray(c, q);
        c01.intoArray(c, q + lanes);
        c02.intoArray(c, q + 2 * lanes);
        c03.intoArray(c, q + 3 * lanes);
        c10.intoArray(c, q + n);
        c11.intoArray(c, q + n + lanes);
        c12.intoArray(c, q + n + 2 * lanes);
        c13.intoArray(c, q + n + 3 * lanes);
        c20.intoArray(c, q + 2 * n);
        c21.intoArray(c, q + 2 * n + lanes);
        c22.intoArray(c, q + 2 * n + 2 * lanes);
        c23.intoArray(c, q + 2 * n + 3 * lanes);
        c30.intoArray(c, q + 3 * n);
        c31.intoArray(c, q + 3 * n + lanes);
        c32.intoArray(c, q + 3 * n + 2 * lanes);
        c33.intoArray(c, q + 3 * n + 3 * lanes);
    }
}
