package io.chainrule.engine.kernel;

import java.util.Arrays;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Matrix product by the Vector API: every element is one chain of `fma` in ascending k.
///
/// B is packed strip by strip, as wide as a tile, and A is read where it stands. Tiles that stick out of C are computed
/// aside. Each strip is a chunk of work that a thread may claim.
final class VectorProduct implements Kernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final Layout layout;
    private final VectorTile tile;
    private final int width;
    private final int wholeRows; // as many as full tiles cover
    private final double[] lastRows; // of A, where fewer are left than a tile has
    private final Desk[] desks;

    VectorProduct(Layout layout) {
        this(layout, Team.size(layout.multiplyAdds()));
    }

    VectorProduct(Layout layout, int threads) {
        this.layout = layout;
        this.tile = layout.columns() <= LANES
                ? new Vector8x1()
                : layout.columns() <= 2 * LANES ? new Vector8x2() : new Vector4x4();
        this.width = tile.vectors() * LANES;
        this.wholeRows = layout.rows() / tile.rows() * tile.rows();
        this.lastRows = new double[wholeRows == layout.rows() ? 0 : tile.rows() * layout.depth()];
        this.desks = Stream.generate(() -> new Desk(layout.depth(), width, tile.rows()))
                .limit(threads)
                .toArray(Desk[]::new);
    }

    /// What a thread works with.
    private static final class Desk {

        final double[] strip;
        final double[] start;
        final double[] aside;

        Desk(int depth, int width, int tall) {
            this.strip = new double[depth * width];
            this.start = new double[width];
            this.aside = new double[tall * width];
        }
    }

    @Override
    public void run(double[] c, double[][] operands) {
        copyLastRows(operands[0]);
        int strips = (layout.columns() - 1) / width + 1;
        if (desks.length > 1) {
            Team.share(strips, desks.length, (strip, member) -> multiply(c, operands, strip * width, desks[member]));
        } else {
            for (int strip = 0; strip < strips; strip++) {
                multiply(c, operands, strip * width, desks[0]);
            }
        }
    }

    /// The columns of C from `j` on, as many as a strip has.
    private void multiply(double[] c, double[][] operands, int j, Desk desk) {
        int depth = layout.depth();
        int columns = layout.columns();
        int wide = Math.min(width, columns - j);
        pack(operands[1], j, wide, desk.strip);
        if (operands.length > 2) {
            System.arraycopy(operands[2], j, desk.start, 0, wide);
        }
        for (int i = 0; i < wholeRows; i += tile.rows()) {
            boolean fits = wide == width;
            tile.run(
                    depth,
                    operands[0],
                    i * layout.aRow(),
                    layout.aRow(),
                    layout.aStep(),
                    desk.strip,
                    desk.start,
                    fits ? c : desk.aside,
                    fits ? i * columns + j : 0,
                    fits ? columns : width);
            if (!fits) {
                copyAside(desk.aside, tile.rows(), wide, c, i * columns + j);
            }
        }
        if (wholeRows < layout.rows()) {
            tile.run(depth, lastRows, 0, depth, 1, desk.strip, desk.start, desk.aside, 0, width);
            copyAside(desk.aside, layout.rows() - wholeRows, wide, c, wholeRows * columns + j);
        }
    }

    private void copyAside(double[] aside, int rows, int wide, double[] c, int q) {
        for (int lane = 0; lane < wide; lane += LANES) {
            var some = SPECIES.indexInRange(lane, wide);
            for (int r = 0; r < rows; r++) {
                DoubleVector.fromArray(SPECIES, aside, r * width + lane)
                        .intoArray(c, q + r * layout.columns() + lane, some);
            }
        }
    }

    private void copyLastRows(double[] a) {
        for (int row = wholeRows; row < layout.rows(); row++) {
            int to = (row - wholeRows) * layout.depth();
            for (int k = 0, p = row * layout.aRow(); k < layout.depth(); k++, p += layout.aStep()) {
                lastRows[to + k] = a[p];
            }
        }
    }

    /// Columns `j` to `j + wide` of B, by k; what is missing to a whole strip is 0.
    private void pack(double[] b, int j, int wide, double[] strip) {
        if (layout.bColumn() == 1 && wide < width) {
            packShortRows(b, j, wide, strip);
        } else if (layout.bColumn() == 1) {
            for (int k = 0, p = 0, from = j; k < layout.depth(); k++, p += width, from += layout.bStep()) {
                System.arraycopy(b, from, strip, p, width);
            }
        } else {
            int t = 0;
            for (; t + 4 <= wide; t += 4) {
                transposeFour(b, (j + t) * layout.bColumn(), strip, t);
            }
            for (; t < wide; t++) {
                for (int k = 0, p = t, from = (j + t) * layout.bColumn(); k < layout.depth(); k++, p += width, from++) {
                    strip[p] = b[from];
                }
            }
            if (wide < width) {
                for (int p = 0; p < strip.length; p += width) {
                    Arrays.fill(strip, p + wide, p + width, 0);
                }
            }
        }
    }

    /// Vector by vector: to copy a few numbers takes a loop less time than it takes the system.
    private void packShortRows(double[] b, int j, int wide, double[] strip) {
        for (int lane = 0; lane < width; lane += LANES) {
            var some = SPECIES.indexInRange(lane, wide);
            for (int k = 0, p = lane, from = j + lane; k < layout.depth(); k++, p += width, from += layout.bStep()) {
                DoubleVector.fromArray(SPECIES, b, from, some).intoArray(strip, p);
            }
        }
    }

    /// Four at a time, so that neighbours are written together.
    private void transposeFour(double[] b, int from, double[] strip, int to) {
        int q = from + layout.bColumn(), r = q + layout.bColumn(), s = r + layout.bColumn();
        for (int k = 0, p = to; k < layout.depth(); k++, p += width) {
            strip[p] = b[from + k];
            strip[p + 1] = b[q + k];
            strip[p + 2] = b[r + k];
            strip[p + 3] = b[s + k];
        }
    }
}
