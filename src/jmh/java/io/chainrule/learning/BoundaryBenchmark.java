package io.chainrule.learning;

import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.evaluation.DecisionBoundary;
import io.chainrule.learning.evaluation.GridSpec;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.training.TrainingRun;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.json.SpecReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

/// A grid of 500 × 500 points over two features and three classes: predictions, winning probabilities and the borders
/// between the classes, as the decision boundary is answered.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BoundaryBenchmark {

    private static final GridSpec GRID = GridSpec.of("500");

    @Param({"{\"type\": \"linear\"}", "{\"type\": \"mlp\", \"hidden\": [64, 64]}"})
    private String architecture = "";

    private Model model;

    @Setup
    public void train() throws IOException {
        var rows = IntStream.range(0, 150)
                .mapToObj(
                        i -> "%s,%s,class %d".formatted(i % 3 + (i * 7 % 11) / 9.0, i % 5 + (i * 3 % 13) / 9.0, i % 3))
                .collect(Collectors.joining("\n", "x1,x2,label\n", "\n"));
        var csv = new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8));
        var dataset = Csv.read(csv, new DatasetSpec("three", "label", null), DatasetLimits.standard());
        var json = """
                {"dataset": "three", "model": %s, "loss": "cross-entropy", "epochs": 100,
                 "optimizer": {"type": "sgd", "learningRate": 0.1}}""".formatted(architecture);
        var spec = SpecReader.read(JsonMapper.builder().build().readTree(json), TrainingSpec.class);
        var run = TrainingRun.of(spec, dataset);
        while (!run.isFinished()) {
            run.next();
        }
        model = run.model();
    }

    @Benchmark
    public DecisionBoundary grid() {
        return DecisionBoundary.of(model, GRID);
    }
}
