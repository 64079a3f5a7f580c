package io.chainrule.service.job;

import io.chainrule.learning.training.TrainingSpec;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How jobs are run.
///
/// @param parallel how many train at once; all cores but one unless said otherwise
/// @param heartbeat how often a process says that its jobs are alive; four missed ones and others take them over
/// @param poll how often the queue is looked at without being told of a new job
/// @param drain how long running jobs may take to return to the queue at shutdown
@ConfigurationProperties("chainrule.jobs")
record JobSettings(
        @Nullable Integer parallel,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5s") Duration drain) {

    private static final long BETWEEN_WRITES = 500;
    private static final int MOST_COMMITS = 20;

    JobSettings {
        if (parallel != null && parallel < 1) {
            throw new IllegalArgumentException("chainrule.jobs.parallel is at least 1 but got " + parallel);
        }
    }

    /// How often a job of this specification writes: with many at once, there are no more than twenty commits a second.
    WritingPace pace(InstantSource clock, TrainingSpec spec) {
        var between = Duration.ofMillis(Math.max(BETWEEN_WRITES, threads() * 1000L / MOST_COMMITS));
        return new WritingPace(clock, between, spec.checkpointEvery() == null ? 0 : spec.checkpointEvery());
    }

    int threads() {
        return parallel == null ? Math.max(1, Runtime.getRuntime().availableProcessors() - 1) : parallel;
    }
}
