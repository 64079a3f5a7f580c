package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

    private static final Dataset PENGUINS = SampleDataTest.sample("penguins", "species");

    private static Split split(double share, boolean stratified, long seed) {
        return Split.of(PENGUINS, PENGUINS.table().allRows(), share, stratified, RandomStream.of(seed, Split.STREAM));
    }

    private static long count(int[] rows, int label) {
        var species = (CategoryColumn) PENGUINS.column("species");
        return Arrays.stream(rows).filter(row -> species.code(row) == label).count();
    }

    @Test
    void everyRowIsInExactlyOnePart() {
        var split = split(0.25, true, 1);
        assertThat(split.validation()).hasSize(86).isSorted();
        assertThat(split.training()).hasSize(258).isSorted();
        assertThat(IntStream.concat(Arrays.stream(split.training()), Arrays.stream(split.validation()))
                        .sorted())
                .containsExactly(
                        Arrays.stream(PENGUINS.table().allRows()).boxed().toArray(Integer[]::new));
    }

    @Test
    void classesKeepTheirShare() {
        var split = split(0.2, true, 1);
        assertThat(split.validation()).hasSize(69);
        assertThat(count(split.validation(), 0)).as("30.4 of 152").isEqualTo(30);
        assertThat(count(split.validation(), 1)).as("13.6 of 68").isEqualTo(14);
        assertThat(count(split.validation(), 2)).as("24.8 of 124").isEqualTo(25);
    }

    @Test
    void seedDeterminesTheRows() {
        assertThat(split(0.25, true, 1).validation())
                .isEqualTo(split(0.25, true, 1).validation());
        assertThat(split(0.25, true, 1).validation())
                .isNotEqualTo(split(0.25, true, 2).validation());
        assertThat(split(0.25, false, 1).validation())
                .hasSize(86)
                .isNotEqualTo(split(0.25, true, 1).validation());
    }

    @Test
    void onlyGivenRowsAreSplit() {
        var rows = new int[] {3, 5, 8, 13, 21, 34, 55, 89, 144, 233};
        var split = Split.of(PENGUINS, rows, 0.3, true, RandomStream.of(0, Split.STREAM));
        assertThat(split.validation()).hasSize(3);
        assertThat(IntStream.concat(Arrays.stream(split.training()), Arrays.stream(split.validation())))
                .containsExactlyInAnyOrder(3, 5, 8, 13, 21, 34, 55, 89, 144, 233);
    }

    @Test
    void neitherPartIsEverEmptyAndNoClassIsLostForTraining() {
        var tiny = CsvTest.read("x,y\n1,a\n2,a\n3,b\n");
        var rows = tiny.table().allRows();
        for (double share : new double[] {0.001, 0.5, 0.999}) {
            var split = Split.of(tiny, rows, share, true, RandomStream.of(0, Split.STREAM));
            assertThat(split.validation()).hasSize(1).doesNotContain(2);
            assertThat(Split.of(tiny, rows, share, false, RandomStream.of(0, Split.STREAM))
                            .training())
                    .isNotEmpty();
        }
        assertThat(Split.of(tiny, rows, 0, true, RandomStream.of(0, Split.STREAM))
                        .training())
                .isEqualTo(rows);
        assertThatThrownBy(() -> Split.of(tiny, rows, 1, true, RandomStream.of(0, Split.STREAM)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
