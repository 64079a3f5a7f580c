package io.chainrule.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixProductTest {

    private final SplittableRandom random = new SplittableRandom(3);

    /// The ways to compute a product.
    enum Loops {
        TILES(TileProduct::new),
        LINES_ALONG_ROWS(layout -> new LineProduct(layout, false)),
        LINES_DOWN_COLUMNS(layout -> new LineProduct(layout, true)),
        VECTORS(VectorProduct::new);

        private final Function<Layout, Kernel> kernel;

        Loops(Function<Layout, Kernel> kernel) {
            this.kernel = kernel;
        }
    }

    /// Every combination of small sizes, so that each tile and each edge is met.
    @ParameterizedTest
    @EnumSource
    void everyElementIsOneFmaChainInAscendingOrder(Loops loops) {
        for (int rows = 1; rows <= 9; rows++) {
            for (int columns = 1; columns <= 9; columns++) {
                for (int depth = 1; depth <= 6; depth++) {
                    assertProducts(loops, rows, columns, depth);
                }
            }
        }
    }

    /// Around the widths of vectors and tiles, and lines longer than one strip.
    @ParameterizedTest
    @EnumSource
    void largeAndOddSizesAreNoDifferent(Loops loops) {
        for (int[] size : new int[][] {
            {13, 15, 9}, {16, 16, 16}, {15, 17, 33}, {7, 31, 5}, {33, 32, 31}, {21, 65, 40}, {3, 129, 66},
            {64, 10, 32}, {1, 1300, 5}, {6, 1025, 7}, {1300, 2, 6}, {1025, 5, 9}, {40, 16, 2}, {100, 64, 64}
        }) {
            assertProducts(loops, size[0], size[1], size[2]);
        }
    }

    @Test
    void biasStartsEveryChain() {
        var c = new double[2];
        MatrixProduct.of(1, 2, 1, false, false).run(c, new double[][] {{3}, {5, 7}, {100, 200}});
        assertThat(c).containsExactly(115, 221);
    }

    @Test
    void shapeDecides() {
        assertThat(MatrixProduct.of(10, 10, 9, false, false)).isInstanceOf(TileProduct.class);
        assertThat(MatrixProduct.of(10, 10, 10, false, false)).isInstanceOf(VectorProduct.class);
        assertThat(MatrixProduct.plain(Layout.of(32, 64, 64, false, false))).isInstanceOf(LineProduct.class);
        assertThat(MatrixProduct.plain(Layout.of(1024, 2, 28, false, false))).isInstanceOf(TileProduct.class);
    }

    private void assertProducts(Loops loops, int rows, int columns, int depth) {
        for (int i = 0; i < 4; i++) {
            var layout = Layout.of(rows, columns, depth, i % 2 == 1, i > 1);
            var a = random.doubles((long) rows * depth, -1, 1).toArray();
            var b = random.doubles((long) depth * columns, -1, 1).toArray();
            var start = random.doubles(columns, -1, 1).toArray();
            var c = random.doubles((long) rows * columns).toArray();
            var kernel = loops.kernel.apply(layout);
            kernel.run(c, new double[][] {a, b});
            assertThat(c).as("%s", layout).isEqualTo(expected(layout, a, b, new double[columns]));
            loops.kernel.apply(layout).run(c, new double[][] {a, b, start});
            assertThat(c).as("%s with a start", layout).isEqualTo(expected(layout, a, b, start));
        }
    }

    private static double[] expected(Layout layout, double[] a, double[] b, double[] start) {
        var c = new double[layout.rows() * layout.columns()];
        for (int i = 0; i < layout.rows(); i++) {
            for (int j = 0; j < layout.columns(); j++) {
                double sum = start[j];
                for (int k = 0; k < layout.depth(); k++) {
                    double x = a[i * layout.aRow() + k * layout.aStep()];
                    double y = b[k * layout.bStep() + j * layout.bColumn()];
                    sum = Math.fma(x, y, sum);
                }
                c[i * layout.columns() + j] = sum;
            }
        }
        return c;
    }
}
