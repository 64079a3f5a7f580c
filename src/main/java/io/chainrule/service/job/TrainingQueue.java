package io.chainrule.service.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The queue in the database, kept by db-scheduler. Jobs of a lower turn go first.
@Component
public class TrainingQueue implements JobQueue {

    static final TaskDescriptor<String> TASK = TaskDescriptor.of("training", String.class);

    private final Scheduler scheduler;
    private final QueueBell bell;
    private final JobTraces traces;
    private final Clock clock;

    TrainingQueue(Scheduler scheduler, QueueBell bell, JobTraces traces, Clock clock) {
        this.scheduler = scheduler;
        this.bell = bell;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public void add(TrainingJob job) {
        scheduler.scheduleIfNotExists(
                TASK.instance(job.id())
                        .priority(priority(job.course().turn()))
                        .data(traces.place())
                        .build(),
                clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
                bell.ring();
            }
        });
    }

    /// Looks for jobs that wait, if a worker is free, instead of at the next poll.
    public void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    /// The library takes the highest first.
    private static int priority(long turn) {
        return (int) -Math.min(turn, Integer.MAX_VALUE);
    }
}
