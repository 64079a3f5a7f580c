package io.chainrule.learning;

import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.TrainingRun;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.json.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

/// A whole training run of 500 epochs with loss and accuracy each, from specification to the last epoch, as the
/// sample jobs ask for it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrainingBenchmark {

    @Param({"two-clouds-linear", "four-sections-mlp"})
    private String job = "";

    private Dataset dataset;
    private TrainingSpec spec;

    @Setup
    public void read() throws IOException {
        var name = job.substring(0, job.lastIndexOf('-'));
        try (var csv = Files.newInputStream(Path.of("sample-data", name + ".csv"))) {
            dataset = Csv.read(csv, new DatasetSpec(name, "label", null), DatasetLimits.standard());
        }
        var json = Files.readString(Path.of("sample-data", "jobs", job + ".json"));
        spec = SpecReader.read(JsonMapper.builder().build().readTree(json), TrainingSpec.class);
    }

    @Benchmark
    public Epoch run() {
        var run = TrainingRun.of(spec, dataset);
        var last = run.next();
        while (!run.isFinished()) {
            last = run.next();
        }
        return last;
    }
}
