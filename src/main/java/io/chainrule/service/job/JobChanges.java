package io.chainrule.service.job;

import java.time.Duration;
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

    /// Notices all that is committed from now on. To be closed by whoever asked for it.
    public Watch watch(String job) {
        var watch = new Watch(this, job);
        watches.compute(job, (_, those) -> {
            var all = those == null ? ConcurrentHashMap.<Watch>newKeySet() : those;
            all.add(watch);
            return all;
        });
        return watch;
    }

    /// To be called after the commit.
    void tell(String job) {
        watches.getOrDefault(job, Set.of()).forEach(Watch::wake);
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        watches.values().forEach(those -> those.forEach(Watch::wake));
    }

    private void forget(Watch watch) {
        watches.computeIfPresent(watch.job, (_, those) -> {
            those.remove(watch);
            return those.isEmpty() ? null : those;
        });
    }

    /// One reader's look at one job.
    public static final class Watch implements AutoCloseable {

        private final JobChanges changes;
        private final String job;
        private final Semaphore news = new Semaphore(0);

        private Watch(JobChanges changes, String job) {
            this.changes = changes;
            this.job = job;
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
