package io.chainrule.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Eight rows by one vector of C, held in registers while k runs.
///
/// Nothing but load, broadcast, `fma` and store: helper calls or a longer method would keep the compiler from inlining
/// all of it, and then it would box every vector.
final class Vector8x1 implements VectorTile {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    @Override
    public int rows() {
        return 8;
    }

    @Override
    public int vectors() {
        return 1;
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
        var c10 = c00;
        var c20 = c00;
        var c30 = c00;
        var c40 = c00;
        var c50 = c00;
        var c60 = c00;
        var c70 = c00;
        int a0 = at,
                a1 = a0 + aRow,
                a2 = a1 + aRow,
                a3 = a2 + aRow,
                a4 = a3 + aRow,
                a5 = a4 + aRow,
                a6 = a5 + aRow,
                a7 = a6 + aRow;
        for (int k = 0, d = 0, p = 0; k < depth; k++, d += aStep, p += lanes) {
            var b0 = DoubleVector.fromArray(LANES, strip, p);
            var v0 = DoubleVector.broadcast(LANES, a[a0 + d]);
            c00 = v0.fma(b0, c00);
            var v1 = DoubleVector.broadcast(LANES, a[a1 + d]);
            c10 = v1.fma(b0, c10);
            var v2 = DoubleVector.broadcast(LANES, a[a2 + d]);
            c20 = v2.fma(b0, c20);
            var v3 = DoubleVector.broadcast(LANES, a[a3 + d]);
            c30 = v3.fma(b0, c30);
            var v4 = DoubleVector.broadcast(LANES, a[a4 + d]);
            c40 = v4.fma(b0, c40);
            var v5 = DoubleVector.broadcast(LANES, a[a5 + d]);
            c50 = v5.fma(b0, c50);
            var v6 = DoubleVector.broadcast(LANES, a[a6 + d]);
            c60 = v6.fma(b0, c60);
            var v7 = DoubleVector.broadcast(LANES, a[a7 + d]);
            c70 = v7.fma(b0, c70);
        }
        c00.intoArray(c, q);
        c10.intoArray(c, q + n);
        c20.intoArray(c, q + 2 * n);
        c30.intoArray(c, q + 3 * n);
        c40.intoArray(c, q + 4 * n);
        c50.intoArray(c, q + 5 * n);
        c60.intoArray(c, q + 6 * n);
        c70.intoArray(c, q + 7 * n);
    }
}
