package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.access.WithoutKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a job comes to keep, in bytes.
@ExtendWith(WithoutKeys.class)
class JobBytesTest {

    private static final int METRICS = 4; // loss, accuracy, learning rate, norm of the gradient
    private static final int PARAMETERS = 6; // 2 features, 2 classes

    @TempDir
    Path directory;

    @Test
    void epochTakesFourBytesAndEightForEachMetric() {
        try (var workshop = new Workshop(directory)) {
            var few = done(workshop, 500, 0);
            var many = done(workshop, 1500, 0);
            assertThat(bytes(workshop, "history_chunk", "job_id", many.id())
                            - bytes(workshop, "history_chunk", "job_id", few.id()))
                    .isEqualTo(1000 * (4 + 8 * METRICS));
        }
    }

    @Test
    void frameTakesFourBytesAndEightForEachParameterAsTheModelDoes() {
        try (var workshop = new Workshop(directory)) {
            var few = done(workshop, 500, 10);
            var many = done(workshop, 500, 30);
            assertThat(bytes(workshop, "frame_chunk", "job_id", many.id())
                            - bytes(workshop, "frame_chunk", "job_id", few.id()))
                    .isEqualTo(20 * (4 + 8 * PARAMETERS));
            var model = ((JobState.Succeeded) many.state()).result().model();
            assertThat(bytes(workshop, "model_chunk", "owner", model)).isEqualTo(8 * PARAMETERS);
        }
    }

    private static TrainingJob done(Workshop workshop, int epochs, int frames) {
        var dataset =
                workshop.stores.datasets().save(Examples.twoSides("two-sides")).id();
        var spec = Examples.spec("""
                {"dataset": "%s", "features": ["x1", "x2"], "epochs": %d, "frames": %d}
                """.formatted(dataset, epochs, frames));
        return workshop.work(workshop.jobs.submit(spec).id());
    }

    private static long bytes(Workshop workshop, String table, String column, String id) {
        return workshop.stores
                .database()
                .sql("select coalesce(sum(octet_length(content)), 0) from " + table + " where " + column + " = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
