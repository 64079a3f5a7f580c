package io.chainrule.service.web;

import static io.chainrule.service.web.LiveService.ENDLESS;
import static io.chainrule.service.web.LiveService.JOBS;
import static io.chainrule.service.web.LiveService.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LiveTest
class JobActionControllerTest {

    @Autowired
    private LiveService service;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Scheduler queue;

    /// The table of the contract: what becomes of a job in each state; `-` stands for a conflict.
    @ParameterizedTest
    @CsvSource({
        "queued,     cancelled,  paused,  queued,  cancel pause",
        "running,    cancelling, pausing, running, cancel pause",
        "pausing,    cancelling, pausing, -,       cancel",
        "paused,     cancelled,  paused,  queued,  cancel resume",
        "cancelling, cancelling, -,       -,       ''",
        "succeeded,  -,          -,       -,       ''",
        "failed,     -,          -,       -,       ''",
        "cancelled,  cancelled,  -,       -,       ''",
    })
    void actionsFollowTheTable(String state, String cancelled, String paused, String resumed, String allowed) {
        queue.pause();
        try {
            var dataset = service.dataset();
            assertAction(dataset, state, "cancel", cancelled, allowed);
            assertAction(dataset, state, "pause", paused, allowed);
            assertAction(dataset, state, "resume", resumed, allowed);
        } finally {
            database.sql("update training_job set state = 'cancelled' where state <> 'cancelled'")
                    .update();
            queue.resume();
        }
    }

    private void assertAction(String dataset, String state, String action, String expected, String allowed) {
        var id = service.submit(SHORT, dataset);
        database.sql("""
                        update training_job set state = ?, error_code = 'diverged', error_detail = '', error_fix = '',
                        model_id = 'mdl_1', parameters_hash = '', stop_reason = 'EPOCHS' where id = ?
                        """).params(state, id).update();
        var before = service.job(id);
        assertThat(before.get("state").stringValue()).isEqualTo(state);
        assertThat(words(before.get("allowedActions").toString())).isEqualTo(allowed);
        var answer = service.act(id, action);
        if (expected.equals("-")) {
            assertConflict(answer, state, allowed);
            assertThat(service.job(id)).isEqualTo(before);
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(answer.headers().firstValue("Location")).hasValue(JOBS + "/" + id);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            var job = service.tree(answer);
            assertThat(job.get("state").stringValue()).isEqualTo(expected);
            assertThat(job.get("version").longValue() - before.get("version").longValue())
                    .isEqualTo(state.equals(expected) ? 0 : 1);
        }
    }

    private void assertConflict(HttpResponse<String> answer, String state, String allowed) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        var problem = service.tree(answer);
        assertThat(problem.get("code").stringValue()).isEqualTo("state-conflict");
        assertThat(problem.get("state").stringValue()).isEqualTo(state);
        assertThat(words(problem.get("allowedActions").toString())).isEqualTo(allowed);
    }

    private static String words(String list) {
        return Arrays.stream(list.replaceAll("[\\[\\]\"]", "").split(",")).collect(Collectors.joining(" "));
    }

    @Test
    void pausedAndResumedJobEndsInTheSameBits() {
        var job = "{'dataset': '%s', 'epochs': 60000, 'seed': 7, 'model': {'type': 'mlp', 'hidden': [4]}}";
        var dataset = service.dataset();
        var id = service.submit(job, dataset);
        service.awaitState(id, "running");
        assertThat(service.act(id, "pause").statusCode()).isEqualTo(202);
        var paused = service.awaitState(id, "paused");
        assertThat(paused.get("checkpointEpoch")).isEqualTo(paused.at("/progress/epoch"));
        assertThat(paused.at("/progress/step")).isEqualTo(paused.at("/progress/epoch"));
        assertThat(service.act(id, "resume").statusCode()).isEqualTo(202);
        var resumed = service.awaitState(id, "succeeded");
        assertThat(resumed.get("attempt").intValue()).isEqualTo(2);
        var once = service.awaitState(service.submit(job, dataset), "succeeded");
        assertThat(resumed.get("parametersHash")).isEqualTo(once.get("parametersHash"));
        assertThat(resumed.get("best")).isEqualTo(once.get("best"));
    }

    @Test
    void waitingJobsKnowTheirPlace() {
        queue.pause();
        try {
            var dataset = service.dataset();
            var first = service.submit(ENDLESS, dataset);
            var second = service.submit(ENDLESS, dataset);
            assertThat(service.job(first).get("queuePosition").intValue()).isEqualTo(1);
            assertThat(service.job(second).get("queuePosition").intValue()).isEqualTo(2);
            var listed = service.tree(service.get(JOBS + "?dataset=" + dataset)).get("items");
            assertThat(listed.at("/0/queuePosition").intValue()).isEqualTo(2);
            assertThat(listed.at("/1/queuePosition").intValue()).isEqualTo(1);
            service.act(first, "pause");
            assertThat(service.job(first).has("queuePosition")).isFalse();
            assertThat(service.job(second).get("queuePosition").intValue()).isEqualTo(1);
            service.act(first, "cancel");
            service.act(second, "cancel");
        } finally {
            queue.resume();
        }
    }

    @Test
    void bestEpochIsThatOfTheLeastLoss() {
        var id = service.submit(SHORT);
        var best = service.awaitState(id, "succeeded").get("best");
        var losses = service.tree(service.get(JOBS + "/" + id + "/history")).get("trainLoss");
        var least = losses.valueStream()
                .mapToDouble(loss -> loss.doubleValue())
                .min()
                .orElseThrow();
        assertThat(best.get("metric").stringValue()).isEqualTo("trainLoss");
        assertThat(best.get("value").doubleValue()).isEqualTo(least);
        assertThat(losses.get(best.get("epoch").intValue() - 1).doubleValue()).isEqualTo(least);
    }

    @Test
    void unknownJobsAreNotFound() {
        for (var action : new String[] {"cancel", "pause", "resume"}) {
            assertThat(service.act("job_none", action).statusCode()).isEqualTo(404);
        }
    }
}
