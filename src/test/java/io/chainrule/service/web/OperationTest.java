package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.store.FullDisk;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// What whoever runs the service sees of it: a disk that is full, a database that is away, figures, and the names of
/// requests.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({LiveService.class, OperationTest.Wires.class})
@TestPropertySource(
        properties = {
            "chainrule.samples=false",
            "chainrule.jobs.parallel=1",
            "chainrule.jobs.heartbeat=500ms",
            "chainrule.metrics=true"
        })
class OperationTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    static Path data;

    @Autowired
    private LiveService service;

    @DynamicPropertySource
    static void onADiskThatCanBeFull(DynamicPropertyRegistry settings) {
        FullDisk.mount();
        settings.add(
                "spring.datasource.url",
                () -> "jdbc:h2:" + FullDisk.SCHEME + ":" + data.resolve("chainrule") + ";WRITE_DELAY=0");
    }

    /// Connections that can be cut.
    @TestConfiguration(proxyBeanMethods = false)
    static class Wires {

        static volatile boolean cut;

        @Bean
        static BeanPostProcessor wires() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source && name.equals("dataSource") ? new Wire(source) : bean;
                }
            };
        }

        private static final class Wire extends DelegatingDataSource {

            Wire(DataSource source) {
                super(source);
            }

            @Override
            public Connection getConnection() throws SQLException {
                if (cut) {
                    throw new SQLException("The wire is cut", "08006");
                }
                return super.getConnection();
            }
        }
    }

    @AfterEach
    void mend() {
        FullDisk.fill(false);
        Wires.cut = false;
        awaitStatus("/actuator/health/readiness", 200);
    }

    @Test
    void fullDiskRefusesWritesAndLetsReadsAndRunningJobsGoOn() {
        var dataset = service.dataset();
        var job = service.submit(
                "{'dataset': '%s', 'epochs': 100000, 'model': {'type': 'mlp', 'hidden': [200, 200]}, 'frames': 0}",
                dataset);
        service.awaitEpoch(job, 1);

        FullDisk.fill(true);
        assertThat(eventually("storage-full")).contains("\"status\":507", "Delete datasets and jobs");
        awaitStatus("/v1/datasets/" + dataset, 200);
        awaitStatus("/v1/datasets/" + dataset + "/statistics", 200);
        awaitStatus("/actuator/health/liveness", 200);

        FullDisk.fill(false);
        awaitStatus(LiveService.JOBS + "/" + job, 200);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> service.post("/v1/datasets", "{'columns': {'x': [1, 2], 'y': [2, 3]}}")
                                .statusCode()
                        == 201);
        assertThat(service.act(job, "cancel").statusCode()).isEqualTo(202);
        service.awaitState(job, "cancelled");
        assertThat(service.job(job).path("interruptions").asInt(0)).isLessThan(100);
    }

    /// The writes of workers close the database from time to time, and it comes back at the next try.
    private String eventually(String code) {
        return Awaitility.await().atMost(SOON).until(this::answerToAWrite, body -> body.contains(code));
    }

    private String answerToAWrite() {
        var answer = service.post("/v1/datasets", "{'columns': {'x': [1, 2], 'y': [2, 3]}}");
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503, 507);
        return answer.body();
    }

    @Test
    void readinessTellsWhetherTheDatabaseIsThereAndLivenessDoesNotMind() {
        awaitStatus("/actuator/health/readiness", 200);
        Wires.cut = true;
        awaitStatus("/actuator/health/readiness", 503);
        assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(service.get("/v1/datasets").body()).contains("database-unavailable");
        Wires.cut = false;
        awaitStatus("/actuator/health/readiness", 200);
    }

    private void awaitStatus(String path, int status) {
        Awaitility.await().atMost(SOON).until(() -> statusOf(path), found -> found == status);
    }

    private int statusOf(String path) {
        var answer = service.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
        return answer.statusCode();
    }

    @Test
    void figuresTellOfJobsWorkersAndRequests() {
        double before = figure("chainrule_training_steps_total");
        var job = service.submit(LiveService.SHORT);
        service.awaitState(job, "succeeded");
        Awaitility.await().atMost(SOON).until(() -> figure("chainrule_training_steps_total") == before + 20);
        assertThat(figure("chainrule_jobs_ended_total{reason=\"epochs\",state=\"succeeded\"}"))
                .isPositive();
        assertThat(figure("chainrule_workers")).isEqualTo(1);
        assertThat(figure("chainrule_stream_readers")).isZero();
        assertThat(service.get("/actuator/prometheus").body())
                .contains("# HELP chainrule_training_steps_total Optimizer steps")
                .contains("http_server_requests_seconds_count{", "uri=\"/v1/training-jobs/{id}\"")
                .doesNotContain(job);
    }

    @Test
    void figuresTellOfTheQueueAndOfThoseWhoWatch() {
        var running = service.submit(LiveService.ENDLESS);
        service.awaitState(running, "running");
        var waiting = service.submit(LiveService.ENDLESS);
        assertThat(figure("chainrule_jobs{state=\"queued\"}")).isEqualTo(1);
        assertThat(figure("chainrule_jobs{state=\"running\"}")).isEqualTo(1);
        assertThat(figure("chainrule_workers_busy")).isEqualTo(1);
        Awaitility.await().atMost(SOON).until(() -> figure("chainrule_queue_oldest_seconds") > 0);
        Wires.cut = true;
        assertThat(figure("chainrule_jobs{state=\"queued\"}")).isNaN();
        Wires.cut = false;
        service.act(waiting, "cancel");
        service.act(running, "cancel");
        service.awaitState(running, "cancelled");
        Awaitility.await().atMost(SOON).until(() -> figure("chainrule_queue_oldest_seconds") == 0);
    }

    private double figure(String name) {
        var found = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(service.get("/actuator/prometheus").body());
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    @Test
    void requestKeepsTheNameThatItCameWith() {
        assertThat(name(service.get("/v1", "X-Request-Id", "trace-7f.3~a:1"))).isEqualTo("trace-7f.3~a:1");
        assertThat(name(service.get("/v1/nowhere", "X-Request-Id", "b"))).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "", "<b>", "\"", "a,b"})
    void requestWithoutAUsableNameGetsOne(String given) {
        assertThat(name(service.get("/v1", "X-Request-Id", given))).hasSize(36);
        assertThat(name(service.get("/v1"))).hasSize(36).isNotEqualTo(name(service.get("/v1")));
        assertThat(name(service.get("/v1", "X-Request-Id", "a".repeat(129)))).hasSize(36);
        assertThat(name(service.get("/v1", "X-Request-Id", "a".repeat(128)))).hasSize(128);
    }

    private static String name(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1);
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }
}
