package io.chainrule.service.web;

import io.chainrule.service.job.JobChanges;
import io.chainrule.service.job.JobEvent;
import io.chainrule.service.job.TrainingJobs;
import io.chainrule.service.limits.LimitSettings;
import io.chainrule.service.web.problem.Problem;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.problem.RefusedException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Sends the events of a job as they are committed, from wherever a reader has come to. It holds no more than a few of
/// them, and waits for slow readers in their own thread.
@Component
class EventFeed {

    private static final int AT_ONCE = 50;
    private static final int SPREAD_PERCENT = 30;

    private final TrainingJobs jobs;
    private final JobChanges changes;
    private final EventData data;
    private final Duration silence;
    private final AtomicInteger readers;
    private final int mostReaders;

    /// @param silence after which, at the latest, readers are told that the stream is still there
    EventFeed(
            TrainingJobs jobs,
            JobChanges changes,
            EventData data,
            @Value("${chainrule.events.comment:15s}") Duration silence,
            LimitSettings limits,
            MeterRegistry registry) {
        this.jobs = jobs;
        this.changes = changes;
        this.data = data;
        this.silence = silence;
        this.readers = new AtomicInteger();
        this.mostReaders = limits.events().readers();
        Gauge.builder("chainrule.stream.readers", readers, AtomicInteger::get)
                .description("Clients that follow the events of a job at this process")
                .register(registry);
    }

    /// Sends what comes after an event until the job ends, is deleted, or the service shuts down.
    ///
    /// @throws RefusedException before anything is sent, if there are as many readers as there may be
    void send(String job, long after, HttpServletResponse response) throws IOException, InterruptedException {
        try {
            if (readers.incrementAndGet() > mostReaders) {
                throw new RefusedException(Problem.of(
                        ProblemCode.OVERLOADED,
                        "%d clients follow events already, as many as there may be".formatted(mostReaders)));
            }
            follow(job, after, EventStream.begin(response));
        } finally {
            readers.decrementAndGet();
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on the pause but that others come to their turn
    private void follow(String job, long after, EventStream stream) throws IOException, InterruptedException {
        try (var watch = changes.watch(job)) {
            long read = after;
            while (!watch.isOver()) {
                var news = jobs.events(job, read, AT_ONCE);
                for (var numbered : news) {
                    read = numbered.number();
                    data.write(
                            job, numbered, stream.begin(read, numbered.event().kind()));
                    stream.end();
                    Thread.yield(); // a reader who catches up hardly ever waits, and has its thread for itself
                    if (watch.isOver()) {
                        return;
                    }
                }
                stream.flush();
                if (!news.isEmpty() && news.getLast().event() instanceof JobEvent.Ended) {
                    return;
                }
                if (news.isEmpty() && !watch.await(patience()) && !watch.isOver()) {
                    if (jobs.find(job).isEmpty()) {
                        return;
                    }
                    stream.comment("nothing new");
                }
            }
        }
    }

    /// A little different each time, so that readers who came together are not told together.
    private Duration patience() {
        int less = ThreadLocalRandom.current().nextInt(SPREAD_PERCENT);
        return silence.multipliedBy(100 - less).dividedBy(100);
    }
}
