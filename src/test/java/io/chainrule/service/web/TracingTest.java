package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.chainrule.ChainruleApplication;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.env.MockEnvironment;

@LiveTest
class TracingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    Path data;

    /// Whatever the service logs meanwhile.
    private static final class DebugLog implements AutoCloseable {

        private final Logger logger = (Logger) LoggerFactory.getLogger("io.chainrule.service");
        private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

        DebugLog() {
            appender.start();
            logger.addAppender(appender);
            logger.setLevel(Level.DEBUG);
        }

        List<ILoggingEvent> events() {
            return List.copyOf(appender.list);
        }

        @Override
        public void close() {
            logger.setLevel(null);
            logger.detachAppender(appender);
        }
    }

    @Test
    void nothingTracesUnlessSomebodySaysWhereTo(@Autowired ApplicationContext context) {
        assertThat(context.getBeanNamesForType(Tracer.class)).isEmpty();
        assertThat(context.getBeanNamesForType(OpenTelemetry.class)).isEmpty();
        assertThat(context.getBeanNamesForType(SpanExporter.class)).isEmpty();
    }

    @Test
    void onlyWhatTracesIsLeftOut() {
        var filter = new OptionalTracing();
        var given = new String[] {
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
            null
        };
        filter.setEnvironment(new MockEnvironment());
        assertThat(filter.match(given, null)).containsExactly(false, true, true);
        filter.setEnvironment(new MockEnvironment().withProperty(OptionalTracing.ENDPOINT, "http://127.0.0.1:4318"));
        assertThat(filter.match(given, null)).containsExactly(true, true, true);
    }

    @Test
    void requestAndTheJobItPostsAreOneTrace() throws IOException {
        try (var collector = new Collector();
                var context = start(collector);
                var log = new DebugLog()) {
            var service = new LiveService(context.getEnvironment());
            var posted = service.post(
                    LiveService.JOBS,
                    LiveService.SHORT.formatted(service.dataset()),
                    "traceparent",
                    "00-" + TRACE + "-00f067aa0ba902b7-01",
                    "X-Request-Id",
                    "mine");
            var job = service.tree(posted).get("id").stringValue();
            service.awaitState(job, "succeeded");

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(collector.spans())
                            .filteredOn(span -> span.trace().equals(TRACE))
                            .extracting(Collector.SentSpan::name)
                            .contains("http post /v1/training-jobs", "training job"));
            assertThat(log.events())
                    .extracting(ILoggingEvent::getMDCPropertyMap)
                    .anySatisfy(bears(Map.of("requestId", "mine", "traceId", TRACE)))
                    .anySatisfy(bears(Map.of("jobId", job, "traceId", TRACE)));
        }
    }

    private static ThrowingConsumer<Map<String, String>> bears(Map<String, String> ids) {
        return context -> assertThat(context).containsAllEntriesOf(ids).containsKey("spanId");
    }

    private ConfigurableApplicationContext start(Collector collector) {
        return new SpringApplicationBuilder(ChainruleApplication.class)
                .run(
                        "--server.port=0",
                        "--chainrule.samples=false",
                        "--chainrule.data-directory=" + data,
                        "--management.tracing.sampling.probability=1",
                        "--management.opentelemetry.tracing.export.schedule-delay=100ms",
                        "--" + OptionalTracing.ENDPOINT + "=" + collector.address());
    }
}
