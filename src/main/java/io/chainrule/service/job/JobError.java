package io.chainrule.service.job;

import io.chainrule.learning.training.DivergedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why a job failed, for the one who posted it: never a stack trace.
///
/// @param epoch in which it failed, if it had begun one
/// @param fix what to do next
public record JobError(String code, String detail, @Nullable Integer epoch, String fix) {

    static final String DIVERGED = "diverged";
    static final String CRASH_LOOP = "worker-crash-loop";
    static final String TIME_LIMIT = "time-limit";
    static final String MEMORY_LIMIT = "memory-limit";
    static final String INTERNAL = "internal";

    static JobError of(DivergedException diverged) {
        return new JobError(DIVERGED, Objects.requireNonNull(diverged.getMessage()), diverged.epoch(), diverged.fix());
    }

    /// Its worker's process has died so many times in a row.
    static JobError crashLoop(int deaths) {
        return new JobError(
                CRASH_LOOP,
                "%d processes in a row died while they trained this job, before one could write a checkpoint"
                        .formatted(deaths),
                null,
                "Post it again with a smaller model, fewer examples or a smaller batchSize: it likely takes more "
                        + "memory than there is");
    }

    /// It has taken longer than the service lets any job.
    static JobError timeLimit(long seconds) {
        return new JobError(
                TIME_LIMIT,
                "It has trained for %d s, the most that this service allows".formatted(seconds),
                null,
                "Fewer epochs, a larger batchSize or a smaller model would fit; with maxSeconds it ends in time and "
                        + "keeps its model");
    }

    static JobError memoryLimit() {
        return new JobError(
                MEMORY_LIMIT,
                "The service ran out of memory while it trained this job",
                null,
                "Post it again with a smaller model or a smaller batchSize, or when fewer jobs are running");
    }

    static JobError internal(String errorId) {
        return new JobError(
                INTERNAL,
                "The service failed to run this job; its log has the cause under error id " + errorId,
                null,
                "Post the job again; if it fails the same way, report the error id");
    }
}
