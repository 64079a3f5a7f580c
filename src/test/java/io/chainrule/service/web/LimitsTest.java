package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// What is set holds, is told, and nothing else: so much of everything, and not one more.
@LimitedTest
@ExtendWith(OutputCaptureExtension.class)
class LimitsTest {

    private static final Pattern REPEATED = Pattern.compile("<(\\d+)×([^>]*)>");

    @Autowired
    private KeyedClient client;

    @Autowired
    private LimitedTest.StandingClock clock;

    @BeforeEach
    void refill() {
        clock.pass(1_000);
    }

    /// `<3×a,>` stands for `a,a,a,`.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            60 | expression-too-complex | {'expression': '<59× >x', 'at': {'x': 1}}         | {'expression': '<60× >x', 'at': {'x': 1}}
            5  | expression-too-complex | {'expression': '<5×(>x<5×)>', 'at': {'x': 1}}     | {'expression': '<6×(>x<6×)>', 'at': {'x': 1}}
            15 | expression-too-complex | {'expression': 'x<7×+1>', 'at': {'x': 1}}         | {'expression': 'x<7×+1>+1', 'at': {'x': 1}}
            3  | expression-too-complex | {'expression': 'x+y+z', 'at': {'x': 1, 'y': 1, 'z': 1}} | {'expression': 'x+y+z+a', 'at': {'x': 1}}
            4  | invalid-spec           | {'expression': 'x', 'at': {'x': [1<3×,1>]}}       | {'expression': 'x', 'at': {'x': [1<4×,1>]}}
            3  | invalid-spec           | {'expression': 'x+y+z', 'at': {'x': 1, 'y': 1, 'z': 1}} | {'expression': 'x+y+z', 'at': {'x': 1, 'y': 1, 'z': 1, 'a': 1}}
            """)
    void gradientsAreAskedOfSoMuch(int limit, String code, String fitting, String larger) {
        assertAnswered(post("/v1/gradients", fitting));
        assertRefused(post("/v1/gradients", larger), code, limit);
    }

    @Test
    void severalExpressionsAreSoMany() {
        assertAnswered(post("/v1/jacobians", "{'expressions': ['x', 'x'], 'at': {'x': 1}}"));
        assertRefused(post("/v1/jacobians", "{'expressions': ['x', 'x', 'x'], 'at': {'x': 1}}"), "invalid-spec", 2);
        var check = "{'expression': 'x', 'claimed': [{'x': '1'}<%d×, {'x': '1'}>]}";
        assertAnswered(post("/v1/gradient-checks", check.formatted(1)));
        assertRefused(post("/v1/gradient-checks", check.formatted(2)), "invalid-spec", 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            8 | dataset-invalid | {'columns': {'x': [1<7×, 1>], 'y': ['a'<7×, 'b'>]}}     | {'columns': {'x': [1<8×, 1>], 'y': ['a'<8×, 'b'>]}}
            8 | invalid-spec    | {'generate': {'type': 'plane', 'examples': 8}}          | {'generate': {'type': 'plane', 'examples': 9}}
            3 | dataset-invalid | {'columns': {'a': [1, 2], 'x': [1, 2], 'y': ['a', 'b']}} | {'columns': {'b': [1, 2], 'a': [1, 2], 'x': [1, 2], 'y': ['a', 'b']}}
            3 | invalid-spec    | {'generate': {'type': 'expression', 'examples': 8, 'inputs': {'x': [0, 1], 'y': [0, 1]}, 'target': 'x'}} | {'generate': {'type': 'expression', 'examples': 8, 'inputs': {'x': [0, 1], 'y': [0, 1], 'z': [0, 1]}, 'target': 'x'}}
            2 | dataset-invalid | {'columns': {'x': [1, 2, 3], 'y': ['a', 'b', 'a']}}     | {'columns': {'x': [1, 2, 3], 'y': ['a', 'b', 'c']}}
            2 | invalid-spec    | {'generate': {'type': 'blobs', 'examples': 8, 'classes': 2}} | {'generate': {'type': 'blobs', 'examples': 8, 'classes': 3}}
            """)
    void datasetsAreSoLarge(int limit, String code, String fitting, String larger) {
        assertAnswered(post("/v1/datasets", fitting));
        assertRefused(post("/v1/datasets", larger), code, limit);
    }

    @Test
    void uploadedDatasetsAreSoLarge() {
        assertAnswered(csv("/v1/datasets?name=fits", "x,y\n" + "1,a\n".repeat(4) + "2,b\n".repeat(4)));
        assertRefused(
                csv("/v1/datasets?name=more", "x,y\n" + "1,a\n".repeat(4) + "2,b\n".repeat(5)), "dataset-invalid", 8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            102   | budget-exceeded | 'model': {'type': 'mlp', 'hidden': [20]}            | 'model': {'type': 'mlp', 'hidden': [19, 2]}
            2     | invalid-spec    | 'model': {'type': 'mlp', 'hidden': [2, 2]}          | 'model': {'type': 'mlp', 'hidden': [2, 2, 2]}
            2     | invalid-spec    | 'model': {'type': 'layers', 'layers': [{'type': 'dense', 'units': 2}<1×, {'type': 'dense', 'units': 2}>]} | 'model': {'type': 'layers', 'layers': [{'type': 'dense', 'units': 2}<2×, {'type': 'dense', 'units': 2}>]}
            20    | invalid-spec    | 'model': {'type': 'mlp', 'hidden': [20]}            | 'model': {'type': 'mlp', 'hidden': [21]}
            20    | invalid-spec    | 'model': {'type': 'layers', 'layers': [{'type': 'dense', 'units': 20}]} | 'model': {'type': 'layers', 'layers': [{'type': 'dense', 'units': 21}]}
            600   | budget-exceeded | 'epochs': 600                                       | 'epochs': 601
            16320 | budget-exceeded | 'model': {'type': 'mlp', 'hidden': [20]}, 'frames': 20 | 'model': {'type': 'mlp', 'hidden': [20]}, 'frames': 21
            """)
    void trainingJobsAskForSoMuch(int limit, String code, String fitting, String larger) {
        var job = "{'dataset': 'sample-two-clouds', %s}";
        assertAnswered(post("/v1/training-jobs?validateOnly=true", job.formatted(fitting)));
        assertRefused(post("/v1/training-jobs?validateOnly=true", job.formatted(larger)), code, limit);
    }

    @Test
    void trainingJobsPredictSoManyColumns() {
        var dataset = client.create("alice", "/v1/datasets", "{'columns': {'a': [1, 2], 'b': [1, 2], 'c': [1.5, 2]}}");
        var job = "{'dataset': '" + dataset + "', 'target': ['a', 'b'%s]}";
        assertAnswered(post("/v1/training-jobs?validateOnly=true", job.formatted("")));
        assertRefused(post("/v1/training-jobs?validateOnly=true", job.formatted(", 'c'")), "invalid-spec", 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'variants': [{'seed': 1}, {'seed': 2}] | 'variants': [{'seed': 1}, {'seed': 2}, {'seed': 3}]
            'grid': {'seed': [1, 2]}               | 'grid': {'seed': [1, 2, 3]}
            """)
    void experimentsHaveSoManyJobs(String fitting, String larger) {
        var experiment = "{'base': {'dataset': 'sample-two-clouds', 'epochs': 1}, %s}";
        assertAnswered(post("/v1/experiments", experiment.formatted(fitting)));
        assertRefused(post("/v1/experiments", experiment.formatted(larger)), "invalid-spec", 2);
    }

    /// In an experiment the limits of its jobs hold as well.
    @Test
    void jobsOfExperimentsAskForSoMuch() {
        var experiment = "{'base': {'dataset': 'sample-two-clouds', 'epochs': 1},"
                + " 'variants': [{'model': {'type': 'mlp', 'hidden': [21]}}]}";
        assertRefused(post("/v1/experiments", experiment), "invalid-spec", 20);
    }

    @ParameterizedTest
    @CsvSource({
        "110,   /v1/models/{model}/decision-boundary?resolution=110, /v1/models/{model}/decision-boundary?resolution=111",
        "50,    /v1/models?pageSize=50, /v1/models?pageSize=51",
        "60,    /v1/datasets/sample-two-clouds/examples?pageSize=60, /v1/datasets/sample-two-clouds/examples?pageSize=61",
        "150,   /v1/models/{model}/metrics?format=svg&width=150, /v1/models/{model}/metrics?format=svg&width=151",
        "2,     '/v1/training-jobs/compare?ids={job},sample-misra1a-expression',"
                + " '/v1/training-jobs/compare?ids={job},sample-misra1a-expression,sample-x'",
    })
    void answersAreSoLarge(int limit, String fitting, String larger) {
        assertAnswered(client.get("alice", known(fitting)));
        assertRefused(client.get("alice", known(larger)), "invalid-parameter", limit);
    }

    @Test
    void decisionBoundariesHoldSoManyNumbers() {
        var all = known("/v1/models/{model}/decision-boundary?probabilities=all&resolution=");
        assertAnswered(client.get("alice", all + "100"));
        assertRefused(client.get("alice", all + "101x100"), "budget-exceeded", 40_000);
    }

    @Test
    void predictionsAreSoMany() {
        var path = known("/v1/models/{model}/predictions");
        assertAnswered(post(path, "{'rows': [{'x1': 1, 'x2': 1}<2×, {'x1': 1, 'x2': 1}>]}"));
        assertRefused(post(path, "{'rows': [{'x1': 1, 'x2': 1}<3×, {'x1': 1, 'x2': 1}>]}"), "invalid-spec", 3);
        assertAnswered(csv(path, "x1,x2\n" + "1,1\n".repeat(3)));
        assertRefused(csv(path, "x1,x2\n" + "1,1\n".repeat(4)), "dataset-invalid", 3);
        assertRefused(post(path, "{'dataset': 'sample-two-clouds'}"), "invalid-spec", 3);
    }

    /// What fits is read, and refused only since no request has such a field.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'a': <19×[>1<19×]>}     | {'a': <20×[>1<20×]>}
            {'a': '<2000×x>'}        | {'a': '<2001×x>'}
            {'<100×a>': 1}           | {'<101×a>': 1}
            {'a': <30×1>}            | {'a': <31×1>}
            {'a': [1<994×,1>]}       | {'a': [1<995×,1>]}
            """)
    void bodiesAreSoIntricate(String fitting, String larger) {
        assertRefused(post("/v1/gradients", fitting), "invalid-spec", "expression is required");
        assertRefused(post("/v1/gradients", larger), "malformed-json", "exceeds the maximum");
    }

    @ParameterizedTest
    @CsvSource({"/v1/jacobians, 3072", "/v1/gradients, 8192"})
    void bodiesAreSoLong(String path, int limit) {
        var body = path.endsWith("jacobians")
                ? "{'expressions': ['x'], 'at': {'x': 1}}"
                : "{'expression': 'x', 'at': {'x': 1}}";
        assertAnswered(post(path, body + " ".repeat(limit - body.length())));
        assertRefused(post(path, body + " ".repeat(limit + 1 - body.length())), "body-too-large", limit);
    }

    /// Of two who want to follow a job that waits, one has to come again. That is no fault of the service.
    @Test
    void readersOfEventsAreSoMany(CapturedOutput output) throws Exception {
        var job = "/v1/training-jobs/"
                + client.create(
                        "alice",
                        "/v1/training-jobs",
                        "{'dataset': 'sample-two-clouds', 'epochs': 600, 'batchSize': 1, 'frames': 0,"
                                + " 'model': {'type': 'mlp', 'hidden': [20]}}");
        client.post("alice", job + "/pause", "");
        var readers = List.of(follow(job), follow(job));
        var refused = CompletableFuture.anyOf(readers.getFirst(), readers.getLast())
                .thenApply(MockHttpServletResponse.class::cast)
                .get(20, TimeUnit.SECONDS);
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isNotBlank();
        assertThat(client.tree(refused).get("detail").stringValue()).startsWith("1 clients follow events already");
        client.post("alice", job + "/cancel", "");
        assertThat(readers)
                .extracting(reader -> reader.get(20, TimeUnit.SECONDS).getStatus())
                .containsExactlyInAnyOrder(200, 503);
        assertThat(output).contains("clients follow events already").doesNotContain("RefusedException", " ERROR ");
    }

    private CompletableFuture<MockHttpServletResponse> follow(String job) {
        return CompletableFuture.supplyAsync(() -> client.get("alice", job + "/events"), Thread::startVirtualThread);
    }

    @Test
    void catalogTellsWhatIsSet() {
        var limits = client.tree(client.get("alice", "/v1/catalog/limits")).get("limits");
        var set = Arrays.stream(LimitedTest.class
                        .getAnnotation(TestPropertySource.class)
                        .properties())
                .filter(property -> property.startsWith("chainrule.limits."))
                .filter(property -> !property.contains("body="))
                .map(property ->
                        property.substring("chainrule.limits.".length()).split("="))
                .toList();
        assertThat(set).hasSizeGreaterThan(30);
        for (var setting : set) {
            assertThat(value(limits, camelCase(setting[0]))).as(setting[0]).isEqualTo(Long.parseLong(setting[1]));
        }
        assertThat(value(limits, "body.bytes")).isEqualTo(3072);
        assertThat(value(limits, "body.bulkBytes")).isEqualTo(8192);
    }

    @Test
    void documentAndFormsTellWhatIsSet() {
        var document = client.tree(client.send(null, "GET", "/v3/api-docs", null, ""));
        var schemas = document.at("/components/schemas");
        assertThat(schemas.at("/Mlp/properties/hidden/maxItems").intValue()).isEqualTo(2);
        assertThat(schemas.at("/Mlp/properties/hidden/items/maximum").intValue())
                .isEqualTo(20);
        assertThat(schemas.at("/Moons/properties/examples/maximum").intValue()).isEqualTo(8);
        assertThat(schemas.at("/Expression/description").stringValue()).endsWith("at most 60 characters");
        assertThat(schemas.at("/PredictionRequest/properties/rows/maxItems").intValue())
                .isEqualTo(3);
        var pageSize = document.at("/paths/~1v1~1models/get/parameters")
                .valueStream()
                .filter(parameter -> parameter.get("name").stringValue().equals("pageSize"))
                .findFirst()
                .orElseThrow();
        assertThat(pageSize.at("/schema/maximum").intValue()).isEqualTo(50);
        var catalog = client.tree(client.get("alice", "/v1/catalog"));
        assertThat(catalog.get("models").toString()).contains("\"mostItems\":2").contains("\"maximum\":20");
    }

    private static String camelCase(String property) {
        return Pattern.compile("-(.)")
                .matcher(property)
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    private static long value(JsonNode limits, String name) {
        return limits.valueStream()
                .filter(limit -> limit.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no limit " + name))
                .get("value")
                .longValue();
    }

    private static String known(String uri) {
        return uri.replace("{model}", "sample-two-clouds-linear").replace("{job}", "sample-two-clouds-linear");
    }

    private static String spelled(String text) {
        return REPEATED.matcher(text)
                .replaceAll(match -> Collections.nCopies(Integer.parseInt(match.group(1)), match.group(2)).stream()
                        .collect(Collectors.joining()));
    }

    private MockHttpServletResponse post(String uri, String body) {
        return client.post("alice", uri, spelled(body));
    }

    private MockHttpServletResponse csv(String uri, String body) {
        return client.send("Bearer alice", "POST", uri, "text/csv", body);
    }

    private static void assertAnswered(MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).as(KeyedClient.text(answer)).isBetween(200, 202);
    }

    private void assertRefused(MockHttpServletResponse answer, String code, int limit) {
        var written = String.valueOf(limit);
        var grouped = "%,d".formatted(limit);
        assertRefused(answer, code, KeyedClient.text(answer).contains(written) ? written : grouped);
    }

    private void assertRefused(MockHttpServletResponse answer, String code, String told) {
        assertThat(answer.getStatus()).as(KeyedClient.text(answer)).isBetween(400, 422);
        var problem = client.tree(answer);
        assertThat(problem.get("code").stringValue()).as(problem.toString()).isEqualTo(code);
        assertThat(problem.toString()).contains(told);
    }
}
