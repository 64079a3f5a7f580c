package io.chainrule.service.web.polling;

import io.chainrule.service.job.JobChanges;
import io.chainrule.service.job.JobChanges.Watch;
import io.chainrule.service.web.request.RequestLoan;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import tools.jackson.databind.json.JsonMapper;

/// Holds answers back until something has happened, for clients that say how long they would wait.
@Component
public final class Patience {

    private final JobChanges changes;
    private final JsonMapper json;

    Patience(JobChanges changes, JsonMapper json) {
        this.changes = changes;
        this.json = json;
    }

    /// The answer, as soon as something has happened to one of the jobs or the time that the client would wait is over;
    /// at once if the client does not know how they stand, or if nothing more can happen.
    public ResponseEntity<?> answer(
            HttpServletRequest request,
            HttpServletResponse response,
            Supplier<List<String>> jobs,
            Supplier<Glance> look)
            throws HttpMediaTypeNotAcceptableException, InterruptedException {
        var wait = Wait.askedBy(request).orElse(null);
        if (wait == null) {
            return look.get().answer().make();
        }
        response.setHeader(Wait.APPLIED, wait.applied());
        try (var watch = changes.watch(jobs.get())) {
            var first = look.get();
            return isNews(first, request)
                    ? first.answer().make()
                    : later(first, look, watch, wait.atMost()).answer().make();
        }
    }

    private boolean isNews(Glance glance, HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        if (!EntityTag.isAskedFor(request)) {
            return false;
        }
        var body = glance.answer().make().getBody();
        return !EntityTag.isKnown(
                EntityTag.of(body instanceof byte[] bytes ? bytes : json.writeValueAsBytes(body)), request);
    }

    private static Glance later(Glance first, Supplier<Glance> look, Watch watch, Duration atMost)
            throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        var latest = first;
        while (latest.events() == first.events() && !latest.isFinal() && !watch.isOver()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                break;
            }
            RequestLoan.restWhile(() -> watch.await(Duration.ofNanos(left)));
            latest = look.get();
        }
        return latest;
    }
}
