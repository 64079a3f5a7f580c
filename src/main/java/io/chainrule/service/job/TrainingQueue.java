package io.chainrule.service.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The queue in the database, kept by db-scheduler.
@Component
class TrainingQueue implements JobQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("training");

    private final Scheduler scheduler;
    private final Clock clock;

    TrainingQueue(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public void add(String job) {
        scheduler.scheduleIfNotExists(TASK.instance(job).build(), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
