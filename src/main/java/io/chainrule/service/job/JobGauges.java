package io.chainrule.service.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.chainrule.service.access.Caller;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Shows how much there is to do: of the database, which all processes share, and of the workers of this one.
/// Nothing is asked before somebody reads it; while the database is away its part is not a number.
@Component
class JobGauges implements MeterBinder {

    private static final List<String> UNFINISHED = List.of("queued", "running", "pausing", "paused", "cancelling");

    private final TrainingJobStore store;
    private final Scheduler scheduler;
    private final JobSettings settings;
    private final Clock clock;

    JobGauges(TrainingJobStore store, Scheduler scheduler, JobSettings settings, Clock clock) {
        this.store = store;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        UNFINISHED.forEach(state -> Gauge.builder("chainrule.jobs", store, asked(those -> those.count(state)))
                .description("Unfinished jobs in the database, by state; all processes show the same")
                .tag("state", state)
                .register(registry));
        Gauge.builder("chainrule.queue.oldest", store, asked(this::secondsOfTheOldest))
                .description("How long the job has waited that waits for longest; all processes show the same")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(
                        "chainrule.workers.busy",
                        scheduler,
                        those -> those.getCurrentlyExecuting().size())
                .description("Jobs that this process trains at the moment")
                .register(registry);
        Gauge.builder("chainrule.workers", settings, JobSettings::threads)
                .description("Jobs that this process can train at the same time")
                .register(registry);
    }

    private double secondsOfTheOldest(TrainingJobStore those) {
        return those.waitingSince()
                .map(since ->
                        Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1e3))
                .orElse(0.0);
    }

    private static ToDoubleFunction<TrainingJobStore> asked(ToDoubleFunction<TrainingJobStore> question) {
        return store -> {
            try {
                return Caller.service().call(() -> question.applyAsDouble(store));
            } catch (DataAccessException | TransactionException away) {
                return Double.NaN;
            }
        };
    }
}
