package io.chainrule.service.job;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Wakes whoever waits for something to happen to a job, once it is committed. Nobody waits any more at shutdown.
@Component
public class JobChanges {

    private final Map<String, Set<Watch>> watches = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /// Notices all that is committed for a job from now on. To be closed by whoever asked for it.
    public Watch watch(String job) {
        return watch(List.of(job));
    }

    /// Notices all that is committed for some jobs from now on. To be closed by whoever asked for it.
    public Watch watch(Collection<String> jobs) {
        var watch = new Watch(this, jobs);
        jobs.forEach(job -> watches.compute(job, (_, those) -> {
            var all = those == null ? ConcurrentHashMap.<Watch>newKeySet() : those;
            all.add(watch);
            return all;
        }));
        return watch;
    }

    /// To be called after the commit.
    void tell(String job) {
        watches.getOrDefault(job, Set.of()).forEach(Watch::wake);
    }

    /// Everybody is to look again.
    void tellAll() {
        watches.values().forEach(those -> those.forEach(Watch::wake));
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        tellAll();
    }

    private void forget(Watch watch) {
        watch.jobs.forEach(job -> watches.computeIfPresent(job, (_, those) -> {
            those.remove(watch);
            return those.isEmpty() ? null : those;
        }));
    }

    /// One reader's look at jobs.
    public static final class Watch implements AutoCloseable {

        private final JobChanges changes;
        private final List<String> jobs;
        private final Semaphore news = new Semaphore(0);

        private Watch(JobChanges changes, Collection<String> jobs) {
            this.changes = changes;
            this.jobs = List.copyOf(jobs);
        }

        private void wake() {
            news.release();
        }

        /// Waits until something has happened since the last call, or the time is over, or the service shuts down.
        ///
        /// @return whether something may have happened
        public boolean await(Duration atMost) throws InterruptedException {
            if (changes.closed) {
                return false;
            }
            boolean woken = news.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
            news.drainPermits();
            return woken && !changes.closed;
        }

        /// Whether the service shuts down, so that there is nothing to wait for.
        public boolean isOver() {
            return changes.closed;
        }

        @Override
        public void close() {
            changes.forget(this);
        }
    }
}
