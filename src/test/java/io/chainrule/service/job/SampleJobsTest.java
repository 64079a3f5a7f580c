package io.chainrule.service.job;

import static io.chainrule.learning.training.Metric.VALIDATION_ACCURACY;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.training.TrainingRun;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.json.SpecReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the bundled jobs promise about examples that they hold back, with their own seed and with others.
class SampleJobsTest {

    @ParameterizedTest
    @CsvSource({
        "moons-mlp, moons, 0.98",
        "circles-mlp, circles, 0.99",
        "xor-mlp, xor, 0.99",
        "spiral-mlp, spiral, 0.97",
        "gaussians-linear, gaussians, 0.99",
    })
    void coordinatesAloneTellTheClasses(String job, String dataset, double accuracy) throws IOException {
        for (long seed : new long[] {42, 1, 2}) {
            var run = TrainingRun.of(spec(job, seed), dataset(dataset));
            var last = run.next();
            while (last.number() < run.spec().epochs()) {
                last = run.next();
            }
            assertThat(run.spec().features()).containsExactly("x", "y");
            assertThat(last.value(VALIDATION_ACCURACY))
                    .as(job + ", seed " + seed)
                    .isGreaterThanOrEqualTo(accuracy);
        }
    }

    private static TrainingSpec spec(String job, long seed) throws IOException {
        try (var stream = stream("jobs/" + job + ".json")) {
            var json = (ObjectNode) new JsonMapper().readTree(stream);
            return SpecReader.read(json.put("seed", seed), TrainingSpec.class);
        }
    }

    private static Dataset dataset(String name) throws IOException {
        try (var stream = stream(name + ".csv")) {
            return Csv.read(stream, DatasetSpec.named(name), DatasetLimits.standard());
        }
    }

    private static InputStream stream(String file) {
        return Objects.requireNonNull(SampleJobsTest.class.getResourceAsStream("/sample-data/" + file), file);
    }
}
