package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class RootControllerTest {

    @Autowired
    private MockMvcTester web;

    @Test
    void rootLinksToEveryCollection() {
        assertThat(web.get().uri("/v1"))
                .hasStatusOk()
                .hasContentType(MediaType.APPLICATION_JSON)
                .bodyJson()
                .hasPathSatisfying("$.name", value -> value.assertThat().isEqualTo("chainrule"))
                .hasPathSatisfying(
                        "$.links.trainingJobs", value -> value.assertThat().isEqualTo("/v1/training-jobs"));
    }

    @Test
    void startPageLeadsOnToWhatThereIs() throws Exception {
        var page = web.get().uri("/index.html").exchange();
        assertThat(page).hasStatusOk().hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
        for (var address : page.getResponse().getContentAsString().split("href=\"/")) {
            if (!address.startsWith("<!doctype") && !address.startsWith("swagger-ui")) {
                assertThat(web.get().uri("/" + address.substring(0, address.indexOf('"'))))
                        .as(address)
                        .hasStatusOk();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthIsOpen(String path) {
        assertThat(web.get().uri(path))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/metrics",
                "/h2-console"
            })
    void nothingElseOfTheInsideIsOpen(String path) {
        assertThat(web.get().uri(path)).hasStatus(404);
    }
}
