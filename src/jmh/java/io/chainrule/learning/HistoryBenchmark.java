package io.chainrule.learning;

import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A history of 100,000 epochs with all the metrics of a classification and a few missing values, thinned to 1000 rows.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HistoryBenchmark {

    private static final int EPOCHS = 100_000;
    private static final int MOST = 1000;
    private static final List<Metric> METRICS = List.of(
            Metric.TRAIN_LOSS,
            Metric.TRAIN_ACCURACY,
            Metric.VALIDATION_LOSS,
            Metric.VALIDATION_ACCURACY,
            Metric.LEARNING_RATE,
            Metric.GRADIENT_NORM);

    private final History history = new History(METRICS);

    @Setup
    public void train() {
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            double wave = StrictMath.sin(0.7 * epoch) / 10;
            double loss = epoch % 9973 == 0 ? Double.NaN : 1 / (1 + epoch / 2e4) + wave;
            var values = new double[] {loss, 1 - wave, loss + 0.1, 0.9 - wave, 0.1, wave * wave};
            history.append(new Epoch(epoch, METRICS, values));
        }
    }

    @Benchmark
    public History.Rows thinned() {
        return history.snapshot().thinned(MOST);
    }
}
