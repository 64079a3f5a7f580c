package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class ProblemAnswersTest {

    @Autowired
    private MockMvcTester web;

    @Test
    void unknownPathIsNotFound() {
        assertProblem(web.get().uri("/v1/gradient").exchange(), 404, "not-found");
        assertProblem(web.post().uri("/elsewhere").exchange(), 404, "not-found");
    }

    @Test
    void wrongMethodIsToldTheRightOnes() {
        var answer = web.delete().uri("/v1").exchange();
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer).hasHeader("Allow", "GET");
    }

    @Test
    void unknownParameterIsRefusedByName() {
        var answer = web.get().uri("/v1?pagesize=3&b").exchange();
        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].parameter")
                .asArray()
                .containsExactly("pagesize", "b");
    }

    @Test
    void unacceptableRepresentationListsWhatThereIs() {
        var answer = web.get().uri("/v1").accept(MediaType.IMAGE_PNG).exchange();
        assertProblem(answer, 406, "not-acceptable");
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains("application/json");
    }

    @Test
    void unreadableAcceptHeaderIsNotAcceptable() {
        assertProblem(web.get().uri("/v1").header("Accept", "a/b/c;;").exchange(), 406, "not-acceptable");
    }

    @Test
    void characterSetOfTheAnswerIsNoMatterOfChoice() {
        assertThat(web.get().uri("/v1").header("Accept", "application/json; charset=utf-16"))
                .hasStatusOk()
                .hasContentType(MediaType.APPLICATION_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "a/b;q=2", "/", "application/json; charset=utf-16", "text/csv; charset=nonsense"})
    void unreadableContentTypeIsRefusedEvenWithoutBody(String type) {
        assertProblem(web.get().uri("/v1").header("Content-Type", type).exchange(), 415, "unsupported-media-type");
    }

    static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer)
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .hasPathSatisfying("$.type", value -> value.assertThat().isEqualTo("/problems/" + code))
                .hasPathSatisfying("$.code", value -> value.assertThat().isEqualTo(code))
                .hasPathSatisfying("$.status", value -> value.assertThat().isEqualTo(status))
                .hasPathSatisfying(
                        "$.title", value -> value.assertThat().asString().isNotBlank())
                .hasPathSatisfying(
                        "$.detail", value -> value.assertThat().asString().isNotBlank())
                .hasPathSatisfying(
                        "$.fix", value -> value.assertThat().asString().isNotBlank())
                .hasPathSatisfying(
                        "$.errorId", value -> value.assertThat().asString().isNotBlank());
        assertThat(answer).bodyText().doesNotContain("java.", "springframework", "io.chainrule", "jackson");
    }
}
