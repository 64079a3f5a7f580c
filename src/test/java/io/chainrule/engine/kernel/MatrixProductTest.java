package io.chainrule.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MatrixProductTest {

    /// Every combination of small sizes, so that each tile and each edge is met.
    @Test
    void everyElementIsOneFmaChainInAscendingOrder() {
        var random = new SplittableRandom(3);
        for (int rows = 1; rows <= 9; rows++) {
            for (int columns = 1; columns <= 9; columns++) {
                for (int depth = 1; depth <= 6; depth++) {
                    assertProduct(rows, columns, depth, false, false, random);
                    assertProduct(rows, columns, depth, true, false, random);
                    assertProduct(rows, columns, depth, false, true, random);
                    assertProduct(rows, columns, depth, true, true, random);
                }
            }
        }
    }

    @Test
    void biasStartsEveryChain() {
        var c = new double[2];
        MatrixProduct.of(1, 2, 1, false, false).run(c, new double[][] {{3}, {5, 7}, {100, 200}});
        assertThat(c).containsExactly(115, 221);
    }

    private static void assertProduct(
            int rows, int columns, int depth, boolean left, boolean right, SplittableRandom random) {
        var a = random.doubles((long) rows * depth, -1, 1).toArray();
        var b = random.doubles((long) depth * columns, -1, 1).toArray();
        var c = new double[rows * columns];
        MatrixProduct.of(rows, columns, depth, left, right).run(c, new double[][] {a, b});
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = 0;
                for (int k = 0; k < depth; k++) {
                    double x = left ? a[k * rows + i] : a[i * depth + k];
                    double y = right ? b[j * depth + k] : b[k * columns + j];
                    sum = Math.fma(x, y, sum);
                }
                assertThat(c[i * columns + j])
                        .as("%d×%d×%d at %d, %d", rows, columns, depth, i, j)
                        .isEqualTo(sum);
            }
        }
    }
}
