package io.chainrule.engine.kernel;

/// A micro-kernel of [VectorProduct]: some rows by some vectors of C, over all k.
interface VectorTile {

    int rows();

    int vectors();

    /// Overwrites the tile of C that begins at `q`, whose rows are `n` apart.
    ///
    /// @param at position in `a` of the number for the first row and k
    /// @param strip of B: for each k as many numbers as the tile is wide
    /// @param start what the chains of each row begin with
    void run(
            int depth,
            double[] a,
            int at,
            int aRow,
            int aStep,
            double[] strip,
            double[] start,
            double[] c,
            int q,
            int n);
}
