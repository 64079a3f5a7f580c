package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@WebTest
class CatalogControllerTest {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    private JsonNode catalog;

    @BeforeEach
    void read() throws Exception {
        catalog = get("/v1/catalog");
    }

    @Test
    void everythingThereIsHasANameAndALineOfHelp() {
        for (var group : catalog.properties()) {
            assertThat(group.getValue()).as(group.getKey()).isNotEmpty();
            for (var entry : group.getValue()) {
                assertThat(entry.path("help").asString("").isBlank())
                        .as(entry.toString())
                        .isEqualTo(group.getKey().equals("constants"));
                entry.path("parameters")
                        .forEach(parameter ->
                                assertThat(parameter.get("help").stringValue()).isNotBlank());
            }
        }
        assertThat(catalog.get("functions").size()).isGreaterThan(40);
        assertThat(names("models")).containsExactly("linear", "mlp", "layers", "expression");
        assertThat(names("losses")).contains("cross-entropy", "squared-error", "quantile", "expression");
        assertThat(names("layers")).contains("dense", "dropout", "batch-norm", "relu");
        assertThat(names("schedules")).contains("constant", "cosine", "plateau", "expression");
        assertThat(names("initializers")).containsExactly("he", "glorot", "lecun", "small-normal", "zeros");
        assertThat(names("activations")).contains("relu", "tanh");
        assertThat(names("optimizers")).contains("sgd", "lbfgs", "newton");
    }

    @Test
    void partsAreTheSameAsTheWhole() throws Exception {
        assertThat(get("/v1/catalog/functions").get("functions")).isEqualTo(catalog.get("functions"));
        assertThat(get("/v1/catalog/optimizers").get("optimizers")).isEqualTo(catalog.get("optimizers"));
        assertThat(get("/v1/catalog/limits").get("limits")).isEqualTo(catalog.get("limits"));
    }

    /// A formula names columns, so that no example of one fits every dataset; they are posted together.
    private static final List<String> OF_FORMULAS = List.of("expression", "levenberg-marquardt");

    /// What a form would post: every choice of a training job, with each of its parameters at its default or example.
    @Test
    void formsThatAreBuiltFromTheCatalogAreAccepted() throws Exception {
        var forms = new ArrayList<ObjectNode>();
        var kinds = Map.of("model", "models", "optimizer", "optimizers", "learningRateSchedule", "schedules");
        for (var setting : kinds.keySet()) {
            for (var name : parameter("trainingJob", setting).get("choices")) {
                if (OF_FORMULAS.contains(name.stringValue()) && !setting.equals("learningRateSchedule")) {
                    continue;
                }
                var form = json.createObjectNode().put("dataset", "sample-two-clouds");
                var choice = form.putObject(setting).put("type", name.stringValue());
                choice(kinds.get(setting), name.stringValue())
                        .get("parameters")
                        .forEach(parameter -> choice.set(
                                parameter.get("name").stringValue(),
                                parameter.path("defaultValue").isMissingNode()
                                        ? parameter.get("example")
                                        : parameter.get("defaultValue")));
                forms.add(form);
            }
        }
        for (var weights : parameter("trainingJob", "initialization.weights").get("choices")) {
            var form = json.createObjectNode().put("dataset", "sample-two-clouds");
            form.putObject("initialization").put("weights", weights.stringValue());
            forms.add(form);
        }
        forms.add((ObjectNode) json.readTree("""
                {"dataset": "sample-misra1a", "optimizer": "levenberg-marquardt",
                 "model": {"type": "expression", "expression": "a*pressure", "parameters": {"a": 1}}}
                """));
        assertThat(forms).hasSizeGreaterThan(20);
        for (var form : forms) {
            assertThat(post("/v1/training-jobs?validateOnly=true", form.toString()))
                    .as(form.toString())
                    .hasStatusOk();
        }
    }

    @ParameterizedTest
    @CsvSource({"learningRate, exclusiveMinimum", "momentum, minimum", "momentum, exclusiveMaximum"})
    void valuesAtTheBoundsAreTakenOrNotAsTheCatalogSays(String name, String bound) {
        var parameter = choice("optimizers", "sgd")
                .get("parameters")
                .valueStream()
                .filter(each -> each.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
        var body = json.createObjectNode().put("dataset", "sample-two-clouds");
        body.putObject("optimizer").put("type", "sgd").set(name, parameter.get(bound));
        var answer = post("/v1/training-jobs?validateOnly=true", body.toString());
        if (bound.startsWith("exclusive")) {
            assertProblem(answer, 422, "invalid-spec");
        } else {
            assertThat(answer).hasStatusOk();
        }
    }

    @Test
    void limitsAreThoseOfTheContract() {
        assertThat(limit("expression.characters")).isEqualTo(10_000);
        assertThat(limit("expression.depth")).isEqualTo(200);
        assertThat(limit("expression.nodes")).isEqualTo(10_000);
        assertThat(limit("expression.variables")).isEqualTo(200);
        assertThat(limit("batch.rows")).isEqualTo(100_000);
        assertThat(limit("dataset.rows")).isEqualTo(200_000);
        assertThat(limit("dataset.columns")).isEqualTo(200);
        assertThat(limit("dataset.classes")).isEqualTo(100);
        assertThat(limit("model.parameters")).isEqualTo(1_000_000);
        assertThat(limit("model.layers")).isEqualTo(16);
        assertThat(limit("model.width")).isEqualTo(4_096);
        assertThat(limit("job.epochs")).isEqualTo(100_000);
        assertThat(limit("job.seconds")).isEqualTo(3_600);
        assertThat(limit("job.frameBytes")).isEqualTo(1 << 28);
        assertThat(limit("grid.side")).isEqualTo(512);
        assertThat(limit("grid.numbers")).isEqualTo(10_000_000);
        assertThat(limit("predictions.rows")).isEqualTo(10_000);
        assertThat(limit("experiment.jobs")).isEqualTo(100);
        assertThat(limit("body.bytes")).isEqualTo(1 << 20);
        assertThat(limit("body.bulkBytes")).isEqualTo(32 << 20);
    }

    @Test
    void limitsHold() {
        var deep = "(".repeat((int) limit("expression.depth") + 1);
        assertProblem(gradient(deep + "x" + ")".repeat(deep.length()), "1"), 422, "expression-too-complex");
        assertProblem(
                gradient("1" + " ".repeat((int) limit("expression.characters")), "1"), 422, "expression-too-complex");
        long rows = limit("batch.rows");
        assertThat(gradient("x", column(rows))).hasStatusOk();
        assertProblem(gradient("x", column(rows + 1)), 422, "invalid-spec");
        assertProblem(
                web.get()
                        .uri("/v1/models/sample-two-clouds-linear/decision-boundary?resolution="
                                + (limit("grid.side") + 1))
                        .exchange(),
                400,
                "invalid-parameter");
        assertProblem(
                web.get()
                        .uri("/v1/models?pageSize=" + (limit("page.items") + 1))
                        .exchange(),
                400,
                "invalid-parameter");
        assertProblem(
                web.get()
                        .uri("/v1/models/x/metrics?format=svg&width=" + (limit("picture.pixels") + 1))
                        .exchange(),
                400,
                "invalid-parameter");
    }

    private static String column(long rows) {
        return IntStream.range(0, (int) rows).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }

    private MvcTestResult gradient(String expression, String x) {
        return post("/v1/gradients", "{\"expression\": \"%s\", \"at\": {\"x\": %s}}".formatted(expression, x));
    }

    private long limit(String name) {
        return entry("limits", "name", name).get("value").longValue();
    }

    private JsonNode choice(String group, String type) {
        return entry(group, "type", type);
    }

    private JsonNode parameter(String group, String name) {
        return entry(group, "name", name);
    }

    private JsonNode entry(String group, String field, String value) {
        return catalog.get(group)
                .valueStream()
                .filter(entry -> entry.get(field).stringValue().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names(String group) {
        return catalog.get(group)
                .valueStream()
                .map(entry -> entry.get("type").stringValue())
                .toList();
    }

    private MvcTestResult post(String uri, String body) {
        return web.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode get(String path) throws Exception {
        var answer = web.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
