package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class DatasetControllerTest {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void columnsMakeDataset() throws Exception {
        var answer = postJson(
                "{'name': 'and', 'columns': {'x1': [0, 1.5, null], 'x2': ['a', 'b', 'a'], 'label': [true, false, true]}}");
        var dataset = created(answer);
        assertThat(dataset.at("/name").stringValue()).isEqualTo("and");
        assertThat(dataset.at("/examples").intValue()).isEqualTo(3);
        assertThat(dataset.at("/target").stringValue()).isEqualTo("label");
        assertThat(dataset.at("/task").stringValue()).isEqualTo("classification");
        assertThat(dataset.at("/features"))
                .hasToString("[{\"name\":\"x1\",\"type\":\"number\",\"missing\":1},"
                        + "{\"name\":\"x2\",\"type\":\"category\",\"missing\":0}]");
        assertThat(dataset.at("/classes"))
                .hasToString("[{\"label\":\"false\",\"count\":1},{\"label\":\"true\",\"count\":2}]");
    }

    @Test
    void rowsFormAndCsvMakeTheSameDataset() throws Exception {
        var csv = "x,y\n1,0.5\n2,1.5\n".getBytes(StandardCharsets.UTF_8);
        var ofRows = created(postJson("{'name': 'line', 'rows': [{'x': 1, 'y': 0.5}, {'x': 2, 'y': 1.5}]}"));
        var ofColumns = created(postJson("{'name': 'line', 'columns': {'x': [1, 2], 'y': [0.5, 1.5]}}"));
        var ofCsv = created(postCsv("/v1/datasets?name=line&target=y&task=regression", csv));
        var ofForm = created(web.post()
                .uri("/v1/datasets")
                .multipart()
                .file(new MockMultipartFile("file", "C:\\data\\line.csv", "text/csv", csv))
                .param("task", "regression")
                .exchange());
        for (var dataset : new JsonNode[] {ofRows, ofColumns, ofCsv, ofForm}) {
            assertThat(dataset.get("name").stringValue()).isEqualTo("line");
            assertThat(dataset.get("task").stringValue()).isEqualTo("regression");
            assertThat(dataset.has("classes")).isFalse();
            assertThat(dataset.get("digest")).isEqualTo(ofRows.get("digest"));
        }
    }

    @Test
    void mistakesInCsvAreToldWithRowAndColumn() {
        var answer = postCsv("/v1/datasets", "a,b\n1,2\n1,x\n2,3\n4\n".getBytes(StandardCharsets.UTF_8));
        assertProblem(answer, 422, "dataset-invalid");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].row")
                .asArray()
                .contains(4);
    }

    @Test
    void twentyMistakesAreToldAtOnceWithPlaceAndValueAndNothingIsStored() throws Exception {
        var rows = new StringBuilder("x,label\n");
        for (int row = 1; row <= 90; row++) {
            rows.append(row % 3 == 0 ? "oops" : "1.5").append(",a\n");
        }
        var answer =
                postCsv("/v1/datasets?name=full-of-mistakes", rows.toString().getBytes(StandardCharsets.UTF_8));
        assertProblem(answer, 422, "dataset-invalid");
        var errors = tree(answer).get("errors");
        assertThat(errors.size()).isEqualTo(20);
        assertThat(errors.get(1).get("row").intValue()).isEqualTo(6);
        assertThat(errors.get(1).get("column").stringValue()).isEqualTo("x");
        assertThat(errors.get(1).get("value").stringValue()).isEqualTo("oops");
        assertThat(errors.get(1).get("detail").stringValue()).contains("is no number", "correct it");
        assertThat(tree(web.get().uri("/v1/datasets?name=full-of-mistakes").exchange())
                        .get("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'name': 'a'} | invalid-spec | ^^",
                "{'columns': {'x': [1], 'y': [2]}, 'rows': []} | invalid-spec | /rows",
                "{'name': '', 'columns': {'x': [1], 'y': [2]}} | invalid-spec | /name",
                "{'columns': {'x': 1}} | invalid-spec | /columns/x",
                "{'rows': [1]} | invalid-spec | /rows/0",
                "{'task': 'clasification', 'columns': {'x': [1], 'y': [2]}} | invalid-spec | /task",
                "{'colums': {'x': [1], 'y': [2]}} | invalid-spec | /colums",
                "{'columns': {'x': [1], 'y': [[2]]}} | dataset-invalid | ",
                "{'columns': {'x': [1], 'y': [2, 3]}} | dataset-invalid | ",
                "{'columns': {}} | dataset-invalid | ",
                "{'rows': []} | dataset-invalid | ",
                "{'target': 'z', 'columns': {'x': [1], 'y': [2]}} | invalid-spec | /target",
            })
    void mistakesInJsonAreRefused(String body, String code, @Nullable String pointer) {
        var answer = postJson(body);
        assertProblem(answer, 422, code);
        if (pointer != null) {
            assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        }
    }

    @Test
    void unknownTargetOfCsvIsWrongParameter() {
        var answer = postCsv("/v1/datasets?target=z", "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo("target");
    }

    @Test
    void formNeedsFileAndTakesNothingElse() {
        assertProblem(web.post().uri("/v1/datasets").multipart().exchange(), 422, "invalid-spec");
        var file = new MockMultipartFile("file", "a.csv", "text/csv", "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8));
        var answer = web.post()
                .uri("/v1/datasets")
                .multipart()
                .file(file)
                .param("targt", "y")
                .exchange();
        assertProblem(answer, 422, "invalid-spec");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/targt");
    }

    @Test
    void formTakesEveryPartOnce() {
        var file = new MockMultipartFile("file", "a.csv", "text/csv", "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8));
        var files = web.post().uri("/v1/datasets").multipart().file(file).file(file);
        assertProblem(files.exchange(), 422, "invalid-spec");
        var names = web.post().uri("/v1/datasets").multipart().file(file).param("name", "a", "b");
        var answer = names.exchange();
        assertProblem(answer, 422, "invalid-spec");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/name");
    }

    @Test
    void listIsPagedByTokenAndLink() throws Exception {
        var seen = new ArrayList<String>();
        var uri = "/v1/datasets?pageSize=2";
        while (uri != null) {
            var answer = web.get().uri(URI.create(uri)).exchange();
            assertThat(answer).hasStatusOk();
            var page = tree(answer);
            assertThat(page.get("items").size()).isBetween(1, 2);
            page.get("items").forEach(dataset -> seen.add(dataset.get("id").stringValue()));
            var link = answer.getResponse().getHeader("Link");
            assertThat(link != null).isEqualTo(page.has("nextPageToken"));
            uri = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen)
                .doesNotHaveDuplicates()
                .contains("sample-two-clouds", "sample-four-sections", "sample-penguins");
    }

    @Test
    void listIsFilteredByName() throws Exception {
        var page = tree(web.get().uri("/v1/datasets?name=penguins").exchange());
        assertThat(page.at("/items/0/id").stringValue()).isEqualTo("sample-penguins");
        assertThat(page.get("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "pageSize=0, pageSize, invalid-parameter",
        "pageSize=201, pageSize, invalid-parameter",
        "pageSize=ten, pageSize, invalid-parameter",
        "pageSize=1.5, pageSize, invalid-parameter",
        "pageSize=, pageSize, invalid-parameter",
        "pageSize=1&pageSize=1, pageSize, invalid-parameter",
        "page=2, page, invalid-parameter",
        "pageToken=zzz, pageToken, invalid-page-token"
    })
    void parametersOfListAreChecked(String query, String parameter, String code) {
        var answer = web.get().uri("/v1/datasets?" + query).exchange();
        assertProblem(answer, 400, code);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo(parameter);
    }

    @Test
    void unknownDatasetIsNotFound() {
        assertProblem(web.get().uri("/v1/datasets/ds_none").exchange(), 404, "not-found");
        assertProblem(web.delete().uri("/v1/datasets/ds_none").exchange(), 404, "not-found");
        assertProblem(web.get().uri("/v1/datasets/ds_none/examples").exchange(), 404, "not-found");
    }

    @Test
    void deletedDatasetIsGone() throws Exception {
        var id = created(postJson("{'columns': {'x': [1, 2], 'y': ['a', 'b']}}"))
                .get("id")
                .stringValue();
        assertThat(web.delete().uri("/v1/datasets/" + id)).hasStatus(204);
        assertProblem(web.get().uri("/v1/datasets/" + id).exchange(), 404, "not-found");
    }

    @Test
    void samplesStay() {
        assertProblem(web.delete().uri("/v1/datasets/sample-penguins").exchange(), 403, "forbidden");
    }

    private JsonNode created(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatus(201);
        var dataset = tree(answer);
        assertThat(answer)
                .hasHeader("Location", "/v1/datasets/" + dataset.get("id").stringValue());
        assertThat(tree(web.get()
                        .uri("/v1/datasets/" + dataset.get("id").stringValue())
                        .exchange()))
                .isEqualTo(dataset);
        return dataset;
    }

    private MvcTestResult postJson(String body) {
        return web.post()
                .uri("/v1/datasets")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }

    private MvcTestResult postCsv(String uri, byte[] body) {
        return web.post().uri(uri).contentType(CSV).content(body).exchange();
    }

    private JsonNode tree(MvcTestResult answer) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
