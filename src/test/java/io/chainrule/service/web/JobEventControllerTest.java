package io.chainrule.service.web;

import static io.chainrule.service.web.LiveService.ENDLESS;
import static io.chainrule.service.web.LiveService.JOBS;
import static io.chainrule.service.web.LiveService.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@LiveTest
class JobEventControllerTest {

    private static final int CUTS = 100;

    @Autowired
    private LiveService service;

    @Test
    void eventsTellTheWholeLifeOfJob() {
        var id = service.submit(SHORT);
        var answer = service.get(events(id));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();

        var events = ReadEvents.of(answer.body());
        assertThat(events.ids()).isEqualTo(oneTo(events.events().size()));
        assertThat(events.kinds()).startsWith("state", "state").endsWith("state", "end");
        var states = data(events, "state");
        assertThat(states).startsWith("{\"job\":\"%s\",\"state\":\"queued\",\"version\":1,\"attempt\":0".formatted(id));
        var last = service.tree(states.lines().toList().getLast());
        var job = service.job(id);
        assertThat(last.get("state").stringValue()).isEqualTo("succeeded");
        assertThat(last.get("model")).isEqualTo(job.get("model"));
        assertThat(last.get("stopReason")).isEqualTo(job.get("stopReason"));
        assertThat(last.get("at")).isEqualTo(job.get("finishedAt"));
        assertThat(data(events, "end")).isEqualTo("{\"state\":\"succeeded\"}");
    }

    @Test
    void metricsOfAllEventsAreTheHistory() {
        var id = service.submit(
                "{'dataset': '%s', 'epochs': 2000, 'model': {'type': 'mlp', 'hidden': [300, 300]}, 'frames': 0}");
        service.awaitEpoch(id, 1);
        service.act(id, "pause");
        service.awaitState(id, "paused");
        service.act(id, "resume");
        var metrics = data(ReadEvents.of(service.get(events(id)).body()), "metrics")
                .lines()
                .map(service::tree)
                .toList();
        var history = service.tree(service.get(JOBS + "/" + id + "/history"));
        assertThat(metrics.size()).isGreaterThan(1);
        for (var column : List.of("epoch", "trainLoss", "trainAccuracy", "learningRate", "gradientNorm")) {
            var joined = new ArrayList<String>();
            metrics.forEach(block -> block.get(column).forEach(value -> joined.add(value.toString())));
            assertThat(joined)
                    .as(column)
                    .isEqualTo(history.get(column)
                            .valueStream()
                            .map(Object::toString)
                            .toList());
        }
    }

    @Test
    void failedJobTellsWhy() {
        var steep =
                service.dataset("{'columns': {'x': [1000, -2000, 3000], 'y': [0.5, 1.5, -2.5]}, 'task': 'regression'}");
        var id = service.submit(
                "{'dataset': '%s', 'epochs': 500, 'optimizer': {'type': 'sgd', 'learningRate': 10}}", steep);
        var states = data(ReadEvents.of(service.get(events(id)).body()), "state");
        assertThat(states.lines().toList().getLast())
                .contains("\"state\":\"failed\"", "\"error\":{\"code\":\"diverged\"");
    }

    /// The promise of a stream without gap: whoever is cut off again and again misses nothing and reads nothing twice.
    @Test
    void streamThatIsCutHundredTimesHasNoGapAndNoRepeat() throws Exception {
        var id = service.submit(ENDLESS);
        var random = new Random(4711);
        var read = new ArrayList<Long>();
        long last = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            var part = ReadEvents.cut(service.port(), events(id), last, 200 + random.nextInt(600))
                    .ids();
            read.addAll(part);
            last = read.isEmpty() ? 0 : read.getLast();
            if (cut % 5 == 0) {
                service.act(id, cut % 10 == 0 ? "pause" : "resume");
            }
        }
        assertThat(service.act(id, "cancel").statusCode()).isEqualTo(202);
        var rest = ReadEvents.of(service.get(events(id) + "?after=" + last).body());
        read.addAll(rest.ids());
        assertThat(rest.kinds()).endsWith("end");
        assertThat(read.size()).isGreaterThan(40);
        assertThat(read).isEqualTo(oneTo(read.size()));
        assertThat(service.get(events(id), "Last-Event-ID", "" + read.size()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void headerGoesBeforeTheQuery() {
        var id = service.submit(SHORT);
        var all = ReadEvents.of(service.get(events(id)).body()).ids();
        assertThat(ReadEvents.of(service.get(events(id) + "?after=1", "Last-Event-ID", "2")
                                .body())
                        .ids())
                .isEqualTo(all.subList(2, all.size()));
        assertThat(service.get(events(id) + "?after=" + all.size()).statusCode())
                .isEqualTo(204);
        assertThat(service.get(events(id) + "?after=" + (all.size() - 1)).body())
                .startsWith("id: " + all.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "one", "1.5", "0x1", "9999999999999999999", ""})
    void idThatIsNoNumberIsRefused(String lastEventId) {
        var id = service.submit(SHORT);
        var answer = service.get(events(id), "Last-Event-ID", lastEventId);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"invalid-parameter\"", "\"parameter\":\"Last-Event-ID\"");
        assertThat(service.get(events(id) + "?after=-1").statusCode()).isEqualTo(400);
    }

    @Test
    void streamThatCannotBeIsRefusedAsProblem() {
        var unknown = service.get(events("job_none"), "Accept", "text/event-stream");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var id = service.submit(SHORT);
        assertThat(service.get(events(id), "Accept", "application/json").statusCode())
                .isEqualTo(406);
        assertThat(service.send(service.request(events(id)).HEAD().build()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void silentStreamShowsThatItIsThere() throws Exception {
        var id = service.submit(ENDLESS);
        service.act(id, "pause");
        var newest = service.awaitState(id, "paused").get("version").longValue();
        assertThat(newest).isPositive();
        try (var socket = RawClient.send(service.port(), "GET " + events(id) + " HTTP/1.1\r\nHost: a\r\n\r\n")) {
            var text = new StringBuilder();
            while (!text.toString().contains(": nothing new\n\n")) {
                text.append((char) socket.getInputStream().read());
            }
            assertThat(text).contains("\"state\":\"paused\"");
        }
        service.act(id, "cancel");
    }

    private static String events(String id) {
        return JOBS + "/" + id + "/events";
    }

    private static List<Long> oneTo(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    /// The data of all events of a kind, one a line.
    private static String data(ReadEvents events, String kind) {
        return String.join(
                "\n",
                events.events().stream()
                        .filter(event -> event.kind().equals(kind))
                        .map(ReadEvents.Event::data)
                        .toList());
    }
}
