package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.web.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class ProblemPageControllerTest {

    private static final String CHROMIUM =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    @Autowired
    private MockMvcTester web;

    @ParameterizedTest
    @EnumSource
    void everyCodeHasPageForPrograms(ProblemCode code) {
        assertThat(web.get().uri(code.type()))
                .hasStatusOk()
                .hasContentType(MediaType.APPLICATION_JSON)
                .hasHeader("Vary", "Accept")
                .bodyJson()
                .hasPathSatisfying("$.code", value -> value.assertThat().isEqualTo(code.code()))
                .hasPathSatisfying("$.status", value -> value.assertThat().isEqualTo(code.status()))
                .hasPathSatisfying("$.meaning", value -> value.assertThat().isEqualTo(code.meaning()))
                .hasPathSatisfying(
                        "$.causes", value -> value.assertThat().asArray().isNotEmpty())
                .hasPathSatisfying("$.fix", value -> value.assertThat().isEqualTo(code.fix()));
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasPageForBrowsers(ProblemCode code) {
        assertThat(web.get().uri(code.type()).header("Accept", CHROMIUM))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.TEXT_HTML)
                .bodyText()
                .startsWith("<!doctype html>")
                .contains("<code>" + code.code() + "</code>", "Usual causes", "What to do");
    }

    @Test
    void otherCodesHaveNone() {
        assertThat(web.get().uri("/problems/bad-luck")).hasStatus(404);
    }

    @Test
    void pageHasNoOtherForm() {
        assertThat(web.get().uri("/problems/internal").accept(MediaType.IMAGE_PNG))
                .hasStatus(406)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("application/json, text/html");
    }
}
