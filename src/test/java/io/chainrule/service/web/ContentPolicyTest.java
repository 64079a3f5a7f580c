package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class ContentPolicyTest {

    @Autowired
    private MockMvcTester web;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dashboard/app.js", "/problems/not-found", "/style.css"})
    void pagesMayUseFilesOfTheServiceAndNothingElse(String path) {
        assertThat(policy(path)).contains("default-src 'self'").doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1", "/v1/training-jobs/sample-two-clouds-linear/report", "/v1/training-jobs/job_unknown"})
    void nothingThatIsAnsweredMayRunScripts(String path) {
        assertThat(policy(path))
                .contains("default-src '")
                .doesNotContain("script-src")
                .doesNotContain("unsafe-eval");
    }

    @Test
    void reportsCanDoNothingButBeSeen() {
        assertThat(policy("/v1/training-jobs/sample-two-clouds-linear/report"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1", "/v1/training-jobs", "/v1/datasets/sample-two-clouds", "/v1/training-jobs/job_unknown"})
    void whatMayBeSomebodysOwnIsKeptForNobodyElse(String path) {
        assertThat(web.get().uri(path)).hasHeader("Cache-Control", "private, no-cache");
    }

    @Test
    void filesOfTheDashboardAreAskedForEachTime() {
        assertThat(web.get().uri("/dashboard/app.js"))
                .hasStatusOk()
                .hasContentType("text/javascript")
                .hasHeader("Cache-Control", "no-cache");
    }

    private String policy(String path) {
        var response = web.get().uri(path).exchange().getMvcResult().getResponse();
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        return String.valueOf(response.getHeader("Content-Security-Policy"));
    }
}
