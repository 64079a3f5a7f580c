package io.chainrule.service.job;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Lets what a worker does for a job belong to the trace of the request that posted or resumed it, where somebody
/// traces.
/// The job's queue entry carries the place along, as a
/// [traceparent](https://www.w3.org/TR/trace-context/#traceparent-header).
@Component
final class JobTraces {

    private static final Pattern PLACE = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-0([01])");

    private final @Nullable Tracer tracer;

    JobTraces(ObjectProvider<Tracer> tracer) {
        this.tracer = tracer.getIfAvailable();
    }

    /// Where this thread is in a trace, absent if it is in none.
    @Nullable
    String place() {
        var span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        var context = span.context();
        var flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-%s-%s-%s".formatted(context.traceId(), context.spanId(), flags);
    }

    /// Does the work for a job as a part of the trace it was queued in, or in a trace of its own.
    void follow(@Nullable String place, String job, Runnable work) {
        if (tracer == null) {
            work.run();
            return;
        }
        var span = span(tracer, place, job);
        try (var _ = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException | Error failure) {
            span.error(failure);
            throw failure;
        } finally {
            span.end();
        }
    }

    private static Span span(Tracer tracer, @Nullable String place, String job) {
        var span = tracer.spanBuilder().name("training job").tag("job.id", job).kind(Span.Kind.CONSUMER);
        var parent = place == null ? null : context(tracer, place);
        return (parent == null ? span.setNoParent() : span.setParent(parent)).start();
    }

    private static @Nullable TraceContext context(Tracer tracer, String place) {
        var parts = PLACE.matcher(place);
        return parts.matches()
                ? tracer.traceContextBuilder()
                        .traceId(parts.group(1))
                        .spanId(parts.group(2))
                        .sampled(parts.group(3).equals("1"))
                        .build()
                : null;
    }
}
