package io.chainrule.service.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// Counts what this process has done for jobs, once it is committed.
@Component
final class JobMeters {

    private final MeterRegistry registry;
    private final Counter steps;

    JobMeters(MeterRegistry registry) {
        this.registry = registry;
        this.steps = Counter.builder("chainrule.training.steps")
                .description("Optimizer steps that were made and written")
                .register(registry);
    }

    /// @param before as the job was kept until then
    void count(TrainingJob before, TrainingJob after) {
        steps.increment(
                (double) Math.max(0, after.progress().step() - before.progress().step()));
        if (after.state().isFinal() && !before.state().isFinal()) {
            Counter.builder("chainrule.jobs.ended")
                    .description("Jobs that came to their end, by their last state and why they went no further")
                    .tag("state", after.state().name())
                    .tag("reason", reason(after.state()))
                    .register(registry)
                    .increment();
        }
    }

    /// A stop reason, the code of an error, or nothing.
    private static String reason(JobState state) {
        return switch (state) {
            case JobState.Succeeded succeeded -> succeeded.result().stopReason().wireName();
            case JobState.Failed failed -> failed.error().code();
            case JobState.Queued _,
                    JobState.Running _,
                    JobState.Pausing _,
                    JobState.Paused _,
                    JobState.Cancelling _,
                    JobState.Cancelled _ -> "";
        };
    }
}
