package io.chainrule.service.job;

import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.Metric;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.json.SpecReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Datasets and specifications for tests.
public final class Examples {

    private Examples() {}

    /// Two classes on either side of x1 = x2, and a category.
    public static Dataset twoSides(String name) {
        return csv(name, """
                x1,x2,shade,label
                0,1,dark,blue
                1,2.5,light,blue
                -1,1,dark,blue
                2,3,,blue
                1,0,light,red
                3,1,dark,red
                2,-1,dark,red
                0.5,-2,light,red
                """);
    }

    /// Numbers that no learning rate above 1 can bear.
    public static Dataset steep(String name) {
        return csv(name, "x,y\n1000,0.5\n-2000,1.5\n3000,-2.5\n");
    }

    public static TrainingSpec spec(String json) {
        return SpecReader.read(JsonMapper.builder().build().readTree(json), TrainingSpec.class);
    }

    public static TrainingSpec spec(String dataset, int epochs) {
        return spec("""
                {"name": "two sides", "dataset": "%s", "features": ["x1", "x2"], "epochs": %d, "seed": 42,
                 "optimizer": {"type": "sgd", "learningRate": 0.5}, "tags": {"owner": "ada"}}
                """.formatted(dataset, epochs));
    }

    private static Dataset csv(String name, String text) {
        try {
            var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            return Csv.read(bytes, DatasetSpec.named(name), DatasetLimits.standard());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// A job that has been claimed twice, and has a checkpoint if it has an epoch.
    public static TrainingJob job(
            String id,
            Instant createdAt,
            TrainingSpec spec,
            JobState state,
            Progress progress,
            @Nullable Epoch latest) {
        var mark = latest == null ? null : new CheckpointMark(latest.number() - 1, progress.step() - 1);
        var best = latest == null ? null : new Best(1, Metric.TRAIN_LOSS, latest.value(Metric.TRAIN_LOSS));
        var course = new Course(
                state,
                7,
                11,
                new Claims(2, 1, 1),
                5,
                new Reach(progress, latest, best, mark),
                createdAt.minusSeconds(5));
        return new TrainingJob(
                id,
                createdAt,
                spec.tags().getOrDefault("owner", ""),
                spec,
                "sha256:ab",
                6,
                List.of("shade is not used"),
                course);
    }

    /// A job that nobody has claimed yet.
    public static TrainingJob queued(String id, Instant createdAt, TrainingSpec spec, long turn) {
        return new TrainingJob(
                id,
                createdAt,
                spec.tags().getOrDefault("owner", ""),
                spec,
                "sha256:ab",
                6,
                List.of(),
                Course.queued(createdAt, turn, Progress.none(spec.epochs(), spec.epochs())));
    }
}
