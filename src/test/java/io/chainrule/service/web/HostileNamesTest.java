package io.chainrule.service.web;

import static io.chainrule.service.drawing.SvgDocuments.parsed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Names of features, classes, datasets and jobs that would like to be markup, in every picture and report.
@WebTest
class HostileNamesTest {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"' onload=\"alert(1)\" x='",
                "]]><script>alert(1)</script><![CDATA[",
                "</text></svg><svg onload=alert(1)>&amp;&#60;&lt;!--",
                "a\u0007\u001b\u0085\u202e\u2028c\uffff",
                "<?xml-stylesheet href=\"//x\"?><!DOCTYPE x>${7*7}{{7*7}}",
            })
    void namesStayNamesInEveryPictureAndReport(String name) throws Exception {
        var dataset = id(post("/v1/datasets", classes(name)));
        var jobs = experiment(name, dataset, name + "2");
        var first = jobs.at("/jobs/0");
        var job = "/v1/training-jobs/" + first.get("id").stringValue();
        var model = "/v1/models/" + first.get("model").stringValue();
        var ids = first.get("id").stringValue() + "," + jobs.at("/jobs/1/id").stringValue();
        var experiment = "/v1/experiments/" + jobs.get("id").stringValue();
        var line = id(post("/v1/datasets", line(name)));
        var fit = experiment(name, line, name + "y").at("/jobs/0/model").stringValue();
        for (var uri : List.of(
                "/v1/datasets/" + dataset + "/examples?",
                "/v1/datasets/" + line + "/examples?",
                job + "/history?",
                job + "/history?scale=log&",
                job + "/decision-boundary?resolution=10&",
                model + "/decision-boundary?resolution=10&",
                model + "/metrics?",
                model + "/metrics?picture=roc&",
                "/v1/models/" + fit + "/metrics?",
                experiment + "?picture=curves&",
                experiment + "?picture=boundaries&",
                "/v1/training-jobs/compare?picture=curves&ids=" + ids + "&",
                "/v1/training-jobs/compare?picture=boundaries&ids=" + ids + "&")) {
            assertHarmlessPicture(uri, web.get().uri(uri + "format=svg").exchange());
        }
        assertHarmlessPage(job + "/report");
        assertHarmlessPage(experiment + "/report");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "]]>&\"'", "</text>"})
    void variablesStayNamesInPicturesOfExpressions(String name) throws Exception {
        var at = json.createObjectNode();
        at.putObject("at").put(name, 2).put("y", 1);
        at.put("expression", "`" + name + "`^2 + y^2");
        assertHarmlessPicture("gradients", post("/v1/gradients?format=svg", at.toString()));
        var start = json.createObjectNode().put("expression", "`" + name + "`^2 + y^2");
        start.putObject("start").put(name, 2).put("y", 1);
        assertHarmlessPicture("minimizations", post("/v1/minimizations?format=svg", start.toString()));
    }

    /// Names of columns have no control characters; all other names may.
    private static String column(String name) {
        return name.replaceAll("[\\x00-\\x1f\\x7f-\\x9f]", "");
    }

    private String classes(String name) {
        var body = json.createObjectNode().put("name", name).put("target", column(name) + "label");
        var columns = body.putObject("columns");
        IntStream.range(0, 20)
                .forEach(i -> columns.withArray(column(name) + "1").add(i % 7));
        IntStream.range(0, 20)
                .forEach(i -> columns.withArray(column(name) + "2").add(i % 5));
        IntStream.range(0, 20)
                .forEach(i -> columns.withArray(column(name) + "label")
                        .add(i % 3 == 0 ? name : i % 3 == 1 ? name + "b" : "c"));
        return body.toString();
    }

    private String line(String name) {
        var body = json.createObjectNode().put("name", name).put("task", "regression");
        var columns = body.putObject("columns");
        IntStream.range(0, 20)
                .forEach(i -> columns.withArray(column(name) + "x").add(i / 10.0));
        IntStream.range(0, 20)
                .forEach(i -> columns.withArray(column(name) + "y").add(i % 4 + 0.5));
        return body.toString();
    }

    private JsonNode experiment(String name, String dataset, String job) throws Exception {
        var body = json.createObjectNode().put("name", name);
        body.putObject("base").put("dataset", dataset).put("epochs", 4);
        var variants = body.putArray("variants");
        variants.addObject().put("name", name);
        variants.addObject().put("name", job).put("seed", 1);
        var id = id(post("/v1/experiments", body.toString()));
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> tree(web.get().uri("/v1/experiments/" + id).exchange()),
                        each -> each.get("state").stringValue().equals("finished"));
    }

    private static void assertHarmlessPicture(String what, MvcTestResult answer) throws Exception {
        assertThat(answer).as(what).hasStatusOk().hasContentType("image/svg+xml");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        var root = parsed(answer.getResponse().getContentAsString()).getDocumentElement();
        for (var element : elements(root)) {
            assertThat(element.getTagName()).as(what).isNotIn("script", "foreignObject", "a", "image", "iframe");
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName())
                        .as(what)
                        .doesNotStartWith("on")
                        .doesNotContain("href");
            }
        }
    }

    private static List<Element> elements(Element root) {
        var elements = new ArrayList<>(List.of(root));
        var all = root.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    private void assertHarmlessPage(String uri) throws Exception {
        var answer = web.get().uri(uri).exchange();
        assertThat(answer).as(uri).hasStatusOk();
        assertThat(answer.getResponse().getContentAsString())
                .as(uri)
                .doesNotContain("<script", "<img", "<link", "<iframe", "<svg onload", "<!--", "<![CDATA[", "<?xml-")
                .doesNotContainPattern("<[a-z]+[^>]*\\son[a-z]+=")
                .doesNotContainPattern("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");
    }

    private static String id(MvcTestResult answer) throws Exception {
        var location = String.valueOf(answer.getResponse().getHeader("Location"));
        assertThat(location).as(answer.getResponse().getContentAsString()).startsWith("/v1/");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private MvcTestResult post(String uri, String body) {
        return web.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode tree(MvcTestResult answer) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
