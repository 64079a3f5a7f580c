package io.chainrule.service.web;

import static io.chainrule.service.web.LiveService.ENDLESS;
import static io.chainrule.service.web.LiveService.JOBS;
import static io.chainrule.service.web.LiveService.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@LiveTest
class PollingTest {

    @Autowired
    private LiveService service;

    private String finished() {
        var id = service.submit(SHORT);
        service.awaitState(id, "succeeded");
        return JOBS + "/" + id;
    }

    private String paused() {
        var id = service.submit(ENDLESS);
        service.act(id, "pause");
        service.awaitState(id, "paused");
        return id;
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static Duration time(Supplier<?> work) {
        long before = System.nanoTime();
        work.get();
        return Duration.ofNanos(System.nanoTime() - before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/history",
                "/history?format=csv",
                "/history?format=svg",
                "/spec",
                "/split",
                "/decision-boundary",
                "/report"
            })
    void whatIsKnownIsNotSentAgain(String part) {
        var path = finished() + part;
        var first = service.get(path);
        assertThat(tag(first)).matches("\"[0-9a-f]{32}\"");
        var known = service.get(path, "If-None-Match", tag(first));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(tag(known)).isEqualTo(tag(first));
        assertThat(known.headers().firstValue("Vary")).isEqualTo(first.headers().firstValue("Vary"));
        assertThat(service.get(path, "If-None-Match", "\"0\", W/" + tag(first)).statusCode())
                .isEqualTo(304);
        var other = service.get(path, "If-None-Match", "\"0123456789abcdef0123456789abcdef\"");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(first.body());
    }

    @Test
    void headHasTheTagAndLengthOfGet() {
        var path = finished();
        var get = service.get(path);
        var head = service.send(service.request(path).HEAD().build());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(tag(head)).isEqualTo(tag(get));
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"))
                .isPresent();
        assertThat(head.body()).isEmpty();
    }

    @Test
    void formsOfOneThingHaveTagsOfTheirOwn() {
        var path = finished() + "/history";
        assertThat(tag(service.get(path, "Accept", "text/csv"))).isNotEqualTo(tag(service.get(path)));
    }

    @Test
    void problemsHaveNoTag() {
        assertThat(service.get(JOBS + "/job_none", "If-None-Match", "*").statusCode())
                .isEqualTo(404);
        assertThat(service.get(JOBS + "/job_none").headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void waitingEndsAsSoonAsSomethingHappens() throws Exception {
        var id = paused();
        var waiting = CompletableFuture.supplyAsync(() -> service.get(JOBS + "/" + id, "Prefer", "wait=20"));
        Thread.sleep(300);
        assertThat(waiting).isNotDone();
        var took = time(() -> {
            service.act(id, "cancel");
            return waiting.join();
        });
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        assertThat(waiting.get().statusCode()).isEqualTo(200);
        assertThat(waiting.get().headers().firstValue("Preference-Applied")).hasValue("wait=20");
        assertThat(service.tree(waiting.get()).get("state").stringValue()).isEqualTo("cancelled");
    }

    @Test
    void waitingEndsWhenTheTimeIsOver() {
        var id = paused();
        var path = JOBS + "/" + id;
        assertThat(time(() -> service.get(path, "Prefer", "wait=1")))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        var known = tag(service.get(path));
        assertThat(time(() -> {
                    var answer = service.get(path, "Prefer", "wait=1", "If-None-Match", known);
                    assertThat(answer.statusCode()).isEqualTo(304);
                    return answer;
                }))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        service.act(id, "cancel");
    }

    @Test
    void whoeverKnowsAnotherAnswerDoesNotWait() {
        var id = paused();
        var path = JOBS + "/" + id;
        var took = time(() -> {
            var answer = service.get(path, "Prefer", "wait=20", "If-None-Match", "\"another\"");
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        });
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        service.act(id, "cancel");
    }

    @Test
    void finishedJobAnswersAtOnceAndNobodyWaitsForHours() {
        var path = finished();
        for (var prefer : new String[] {"wait=3600", "respond-async, wait=\"3600\"", "Wait = 3600; foo=bar"}) {
            var answer = service.get(path, "Prefer", prefer);
            assertThat(answer.headers().firstValue("Preference-Applied"))
                    .as(prefer)
                    .hasValue("wait=60");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait", "wait=", "wait=-1", "wait=soon", "wait=1.5", "await=20", "handling=strict"})
    void preferenceThatCannotBeUnderstoodIsIgnored(String prefer) {
        var id = paused();
        var answer = service.get(JOBS + "/" + id, "Prefer", prefer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
        service.act(id, "cancel");
    }

    @Test
    void experimentIsWaitedForAsWell() {
        var dataset = service.dataset();
        var experiment = service.tree(service.post(
                        "/v1/experiments",
                        "{'base': %s, 'grid': {'seed': [1, 2]}}".formatted(ENDLESS.formatted(dataset))))
                .get("id")
                .stringValue();
        var path = "/v1/experiments/" + experiment;
        service.tree(service.get(JOBS + "?experiment=" + experiment))
                .get("items")
                .forEach(job -> {
                    var id = job.get("id").stringValue();
                    service.act(id, "pause");
                    service.awaitState(id, "paused");
                });
        assertThat(time(() -> service.get(path, "Prefer", "wait=1"))).isGreaterThan(Duration.ofSeconds(1));
        var waiting = CompletableFuture.supplyAsync(() -> service.get(path, "Prefer", "wait=20"));
        assertThat(time(() -> {
                    service.post(path + "/cancel", "");
                    return waiting.join();
                }))
                .isLessThan(Duration.ofSeconds(5));
        assertThat(service.tree(waiting.join()).get("state").stringValue()).isEqualTo("finished");
    }
}
