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
    static final String INTERNAL = "internal";

    static JobError of(DivergedException diverged) {
        return new JobError(DIVERGED, Objects.requireNonNull(diverged.getMessage()), diverged.epoch(), diverged.fix());
    }

    static JobError internal(String errorId) {
        return new JobError(
                INTERNAL,
                "The service failed to run this job; its log has the cause under error id " + errorId,
                null,
                "Post the job again; if it fails the same way, report the error id");
    }
}
