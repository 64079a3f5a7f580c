package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.ChainruleApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// A data folder that an earlier version has left (the one whose tables were of migration 9), with jobs in its queue:
/// one that its worker had to leave, and one that had not begun.
class StoredBeforeTest {

    private static final String FILE = "chainrule.mv.db";

    @TempDir
    Path data;

    @TempDir
    Path backup;

    @BeforeEach
    void unpack() throws IOException {
        try (var stored = new ZipInputStream(
                Objects.requireNonNull(StoredBeforeTest.class.getResourceAsStream("schema-9.zip")))) {
            assertThat(Objects.requireNonNull(stored.getNextEntry()).getName()).isEqualTo(FILE);
            Files.copy(stored, data.resolve(FILE));
        }
    }

    @Test
    void everythingIsThereAndTheQueueGoesOn() {
        try (var context = start(data)) {
            var service = new LiveService(context.getEnvironment());
            assertThat(names(service, "/v1/datasets")).containsExactlyInAnyOrder("moons", "colours");
            assertThat(names(service, "/v1/experiments")).containsExactly("two rates");

            var small = job(service, "small network");
            assertThat(small.get("state").stringValue()).isEqualTo("succeeded");
            assertThat(small.at("/spec/tags/made").stringValue()).isEqualTo("before");
            var history = service.tree(service.get(path(small) + "/history"));
            assertThat(history.get("recorded").intValue()).isEqualTo(60);
            assertThat(history.get("validationLoss").size()).isEqualTo(60);
            assertThat(service.get(path(small) + "/decision-boundary?resolution=8")
                            .statusCode())
                    .isEqualTo(200);
            var predicted = service.post(
                    "/v1/models/" + small.get("model").stringValue() + "/predictions",
                    "{'rows': [{'x': 0.5, 'y': 0.25}]}");
            assertThat(predicted.statusCode()).as(predicted.body()).isEqualTo(200);

            var waited = service.awaitState(id(service, "waiting"), "succeeded");
            assertThat(waited.get("attempt").intValue()).isEqualTo(1);
            var interrupted = service.awaitState(id(service, "interrupted"), "succeeded");
            assertThat(interrupted.get("attempt").intValue()).isEqualTo(2);
            assertThat(hashOfTheSameAgain(service, interrupted))
                    .isEqualTo(interrupted.get("parametersHash").stringValue());
        }
    }

    /// Of the same specification, posted to this version and interrupted by nobody.
    private static String hashOfTheSameAgain(LiveService service, JsonNode job) {
        var again = service.tree(
                service.post(LiveService.JOBS, service.get(path(job) + "/spec").body()));
        return service.awaitState(again.get("id").stringValue(), "succeeded")
                .get("parametersHash")
                .stringValue();
    }

    @Test
    void copyOfAStoppedServicesFolderGivesTheSameAnswers() throws IOException {
        Map<String, String> answers;
        try (var context = start(data)) {
            var service = new LiveService(context.getEnvironment());
            service.awaitState(id(service, "waiting"), "succeeded");
            service.awaitState(id(service, "interrupted"), "succeeded");
            answers = StoredAnswers.of(service);
        }
        Files.copy(data.resolve(FILE), backup.resolve(FILE));
        try (var context = start(backup)) {
            assertThat(StoredAnswers.of(new LiveService(context.getEnvironment())))
                    .containsExactlyEntriesOf(answers);
        }
    }

    private static ConfigurableApplicationContext start(Path folder) {
        return new SpringApplicationBuilder(ChainruleApplication.class)
                .run(
                        "--server.port=0",
                        "--chainrule.samples=false",
                        "--chainrule.jobs.parallel=1",
                        "--chainrule.data-directory=" + folder);
    }

    private static List<String> names(LiveService service, String path) {
        return StoredAnswers.items(service, path).stream()
                .map(item -> item.get("name").stringValue())
                .toList();
    }

    private static String id(LiveService service, String name) {
        return StoredAnswers.items(service, LiveService.JOBS).stream()
                .filter(job -> job.path("name").asString("").equals(name))
                .map(job -> job.get("id").stringValue())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode job(LiveService service, String name) {
        return service.job(id(service, name));
    }

    private static String path(JsonNode job) {
        return LiveService.JOBS + "/" + job.get("id").stringValue();
    }
}
