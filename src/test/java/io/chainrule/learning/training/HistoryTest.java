package io.chainrule.learning.training;

import static io.chainrule.learning.training.Metric.LEARNING_RATE;
import static io.chainrule.learning.training.Metric.TRAIN_ACCURACY;
import static io.chainrule.learning.training.Metric.TRAIN_LOSS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History(List.of(TRAIN_LOSS, TRAIN_ACCURACY));

    @Test
    void everyEpochIsKeptInItsColumns() {
        append(1, 1000);

        var rows = history.snapshot();
        assertThat(rows.size()).isEqualTo(1000);
        assertThat(rows.epochs()).startsWith(1, 2, 3).endsWith(1000);
        assertThat(rows.column(TRAIN_LOSS)).hasSize(1000).startsWith(1, 1 / 2.0).endsWith(1 / 1000.0);
        assertThat(rows.column(TRAIN_ACCURACY)).startsWith(1, 2).endsWith(1000);
        assertThat(rows.last().value(TRAIN_LOSS)).isEqualTo(1 / 1000.0);
    }

    @Test
    void snapshotDoesNotSeeWhatComesLater() {
        append(1, 20);
        var early = history.snapshot();
        append(21, 100);

        assertThat(early.size()).isEqualTo(20);
        assertThat(early.last().number()).isEqualTo(20);
        assertThat(history.snapshot().size()).isEqualTo(100);
    }

    @Test
    void sliceHoldsConsecutiveRows() {
        append(1, 50);

        var slice = history.snapshot().slice(10, 30).slice(5, 8);
        assertThat(slice.epochs()).containsExactly(16, 17, 18);
        assertThat(slice.column(TRAIN_ACCURACY)).containsExactly(16, 17, 18);
        assertThatThrownBy(() -> slice.slice(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void newHistoryIsEmpty() {
        assertThat(history.snapshot().isEmpty()).isTrue();
    }

    @Test
    void columnThatWasNotMeasuredIsRefused() {
        assertThatThrownBy(() -> history.snapshot().column(LEARNING_RATE)).hasMessageContaining("learningRate");
    }

    @Test
    void readersSeeWholeRowsWhileOneThreadAppends() {
        var writer = CompletableFuture.runAsync(() -> append(1, 100_000));
        int seen = 0;
        while (seen < 100_000) {
            var rows = history.snapshot();
            assertThat(rows.size()).isGreaterThanOrEqualTo(seen);
            seen = rows.size();
            if (seen > 0) {
                assertThat(rows.last())
                        .satisfies(
                                last -> assertThat(last.value(TRAIN_LOSS)).isEqualTo(1 / last.value(TRAIN_ACCURACY)));
            }
        }
        writer.join();
    }

    private void append(int from, int to) {
        IntStream.rangeClosed(from, to)
                .forEach(number -> history.append(
                        new Epoch(number, List.of(TRAIN_LOSS, TRAIN_ACCURACY), new double[] {1.0 / number, number})));
    }
}
