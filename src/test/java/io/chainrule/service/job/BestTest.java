package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.learning.training.EarlyStopping;
import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestTest {

    private static History.Rows epochs(List<Metric> metrics, int first, double[]... values) {
        var history = new History(metrics);
        for (var row : values) {
            history.append(new Epoch(first + history.snapshot().size(), metrics, row));
        }
        return history.snapshot();
    }

    @Test
    void leastTrainingLossIsBestWithoutValidation() {
        var metrics = List.of(Metric.TRAIN_LOSS, Metric.TRAIN_ACCURACY);
        var best = Best.of(
                null, epochs(metrics, 1, new double[] {3, 0}, new double[] {1, 0.5}, new double[] {2, 1}), null);
        assertThat(best).isEqualTo(new Best(2, Metric.TRAIN_LOSS, 1));
    }

    @Test
    void leastValidationLossIsBestAndOfEqualOnesTheFirst() {
        var metrics = List.of(Metric.TRAIN_LOSS, Metric.VALIDATION_LOSS);
        var first = Best.of(null, epochs(metrics, 1, new double[] {3, 5}, new double[] {2, 4}), null);
        assertThat(first).isEqualTo(new Best(2, Metric.VALIDATION_LOSS, 4));
        assertThat(Best.of(first, epochs(metrics, 3, new double[] {1, 4}, new double[] {0, 6}), null))
                .isEqualTo(first);
        assertThat(Best.of(first, epochs(metrics, 3, new double[] {1, 3.5}), null))
                .isEqualTo(new Best(3, Metric.VALIDATION_LOSS, 3.5));
    }

    @Test
    void whatStopsTheJobEarlySaysWhatIsBest() {
        var metrics = List.of(Metric.TRAIN_LOSS, Metric.VALIDATION_ACCURACY);
        var stopping = new EarlyStopping(EarlyStopping.Watched.VALIDATION_ACCURACY, 5, 0.1, true);
        var rows = epochs(metrics, 1, new double[] {3, 0.5}, new double[] {2, 0.55}, new double[] {4, 0.75});
        assertThat(Best.of(null, rows, stopping)).isEqualTo(new Best(3, Metric.VALIDATION_ACCURACY, 0.75));
        assertThat(Best.of(null, rows.slice(0, 2), stopping)).isEqualTo(new Best(1, Metric.VALIDATION_ACCURACY, 0.5));
    }

    @Test
    void whatIsNoNumberIsNeverBest() {
        var metrics = List.of(Metric.TRAIN_LOSS);
        assertThat(Best.of(
                        null,
                        epochs(metrics, 1, new double[] {Double.NaN}, new double[] {Double.POSITIVE_INFINITY}),
                        null))
                .isNull();
    }
}
