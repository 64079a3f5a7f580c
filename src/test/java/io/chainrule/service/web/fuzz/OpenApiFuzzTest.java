package io.chainrule.service.web.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.web.ApiDocument;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Requests generated from the document, through the network: no 500, nothing undocumented, nothing left behind, and
/// nothing told of what is another owner's or deleted.
///
/// `./mvnw -Pfuzz test -Dfuzz.requests=100000 -Dfuzz.seed=7` asks for more, or others.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:fuzz;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
            "chainrule.jobs.parallel=1",
            "chainrule.quotas.requests-per-second=1000000",
            "chainrule.quotas.burst=1000000",
            "chainrule.quotas.unfinished-jobs=1000000"
        })
class OpenApiFuzzTest {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 20_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_124);
    private static final List<String> TABLES = List.of(
            "dataset",
            "dataset_chunk",
            "training_job",
            "training_job_tag",
            "experiment",
            "experiment_job",
            "kept_answer");
    private static final List<String> ELSEWHERE = List.of(
            "compareTrainingJobs query",
            "createExperiment body",
            "createTrainingJob body",
            "getModelMetrics query",
            "listModels query",
            "listTrainingJobs query",
            "predict body");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @DynamicPropertySource
    static void withKeys(DynamicPropertyRegistry settings) {
        Asker.addKeys(settings);
    }

    @Test
    void everyAnswerIsAsDocumented() throws Exception {
        var service = URI.create("http://127.0.0.1:" + port);
        var document = document(service);
        var random = new Random(SEED);
        var askers = Asker.all(service, document, random);
        var judge = new Judge(document);
        var longJob = new LongJob(document);
        for (int i = 0; i < REQUESTS; i++) {
            var question = longJob.question(i);
            if (question != null) {
                longJob.learn(ask(question, askers.getFirst(), judge));
            } else {
                var asker = World.any(askers, random);
                ask(asker.questions().next(), asker, judge);
            }
        }
        System.out.println(judge + " seed=" + SEED);
        assertThat(judge.findings()).isEmpty();
        assertThat(judge.statuses()).hasSameSizeAs(document.operations());
        assertThat(judge.statuses())
                .allSatisfy((operation, statuses) -> assertThat(statuses)
                        .as(operation)
                        .anyMatch(status -> status / 100 == 2)
                        .anyMatch(status -> status / 100 == 4));
        assertThat(judge.strangers())
                .containsAll(ELSEWHERE)
                .containsAll(document.operations().stream()
                        .filter(operation -> operation.path().contains("{id}"))
                        .map(operation -> operation.id() + " path")
                        .toList());
    }

    private Answer ask(Question question, Asker asker, Judge judge) throws Exception {
        var before = question.isCreating() ? stored() : "";
        var answer = asker.ask(question);
        judge.judge(asker, question, answer);
        if (question.isCreating()) {
            judge.judgeLeftovers(question, answer, before, stored());
        }
        var strangers = Strangers.in(question, asker.world());
        if (!strangers.ids().isEmpty()) {
            judge.judgeStrangers(question, answer, strangers, asker.ask(strangers.unknown(question)));
        }
        asker.world().learn(question, answer);
        return answer;
    }

    private static ApiDocument document(URI service) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(service.resolve("/v3/api-docs")).build();
            return ApiDocument.read(
                    client.send(request, BodyHandlers.ofString()).body());
        }
    }

    /// How many rows of everything that a request may create.
    private String stored() {
        return database.sql(TABLES.stream()
                        .map(table -> "(select count(*) from " + table + ")")
                        .collect(Collectors.joining(" || ',' || ", "select ", "")))
                .query(String.class)
                .single();
    }
}
