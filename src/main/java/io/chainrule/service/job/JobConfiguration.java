package io.chainrule.service.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.boot.config.startup.ContextReadyStart;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.chainrule.learning.training.TrainingLimits;
import io.chainrule.service.access.Caller;
import io.chainrule.service.job.repetition.AnswerRetention;
import io.chainrule.service.limits.LimitSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Wires the queue: db-scheduler, its task, and the threads that train.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({JobSettings.class, MemorySettings.class, Retention.class, AnswerRetention.class})
@EnableScheduling
class JobConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(JobConfiguration.class);
    private static final int MISSED_HEARTBEATS = 4;

    /// The queue is asked for more when no greater share of the workers is busy: all but one of up to a thousand, so
    /// that long jobs hold up no short ones.
    private static final double WHENEVER_ONE_IS_FREE = 0.999;

    /// Ticks in microseconds, which is what databases keep. Processes that share a database share its time.
    @Bean
    Clock clock(DataSource dataSource) {
        return EmbeddedDatabase.isUsedBy(dataSource)
                ? Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000))
                : new DatabaseClock(dataSource, Clock.systemUTC());
    }

    @Bean
    TrainingLimits trainingLimits(LimitSettings limits, MemorySettings memory, JobSettings settings) {
        return new TrainingLimits(
                limits.model().parameters(),
                limits.model().layers(),
                limits.job().epochs(),
                memory.ofOneJob(settings.threads(), TrainingLimits.DEFAULT.memoryBytes()),
                limits.job().frameBytes(),
                limits.job().seconds());
    }

    /// A failed execution is tried again at the next poll: what fails here is the database, everything else fails the
    /// job.
    @Bean
    Task<String> trainingTask(TrainingWorker worker, JobTraces traces, JobClaims claims, Drain drain, Clock clock) {
        return Tasks.custom(TrainingQueue.TASK)
                .onFailure((failed, queue) -> queue.reschedule(failed, clock.instant()))
                .execute((entry, _) -> {
                    if (!drain.hasBegun()) {
                        Caller.service()
                                .run(() -> traces.follow(
                                        entry.getData(), entry.getId(), () -> worker.work(entry.getId())));
                    }
                    return (completed, queue) -> Caller.service()
                            .run(() -> claims.release(
                                    entry.getId(), () -> queue.reschedule(completed, clock.instant()), queue::stop));
                });
    }

    /// Closed after the queue and before the connections.
    @Bean(destroyMethod = "close")
    Compaction compaction(DataSource dataSource) {
        return new Compaction(dataSource);
    }

    @Bean(destroyMethod = "stop")
    @DependsOnDatabaseInitialization
    @DependsOn("compaction")
    Scheduler scheduler(DataSource dataSource, Task<String> trainingTask, JobSettings settings, Clock clock) {
        int threads = settings.threads();
        var name = "chainrule-" + UUID.randomUUID(); // the queue has to tell processes apart
        LOG.info("Takes jobs as {}", name);
        var builder = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), trainingTask)
                .schedulerName(new SchedulerName.Fixed(name))
                .serializer(new TextPayload())
                .clock(clock::instant)
                .threads(threads)
                .executorService(Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("training-", 1).factory()))
                .enablePriority()
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(settings.drain());
        if (EmbeddedDatabase.isUsedBy(dataSource)) {
            EmbeddedDatabase.releaseEntries(dataSource);
            builder.jdbcCustomization(new DefaultJdbcCustomization(false)).pollUsingFetch(WHENEVER_ONE_IS_FREE, 1);
        } else {
            builder.pollUsingLockAndFetch(WHENEVER_ONE_IS_FREE, 1); // no two processes wake up for the same entry
        }
        return builder.build();
    }

    @Bean
    DbSchedulerStarter schedulerStarter(Scheduler scheduler) {
        return new ContextReadyStart(scheduler);
    }

    /// Running jobs return to the queue at shutdown, and are to stay there.
    @Bean
    ApplicationListener<ContextClosedEvent> queuePause(Scheduler scheduler) {
        return _ -> scheduler.pause();
    }
}
