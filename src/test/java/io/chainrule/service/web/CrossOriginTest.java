package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class CrossOriginTest {

    private static final String ORIGIN = "https://lab.example";

    @Nested
    @WebTest
    class Usually {

        @Autowired
        private MockMvcTester web;

        @Test
        void noOriginIsAllowed() {
            assertThat(web.get().uri("/v1").header("Origin", ORIGIN))
                    .hasStatusOk()
                    .doesNotContainHeader("Access-Control-Allow-Origin");
        }
    }

    @Nested
    @WebTest
    @TestPropertySource(
            properties = {
                "chainrule.cors.allowed-origins=" + ORIGIN,
                "chainrule.samples=false",
                "spring.datasource.url=jdbc:h2:mem:cors;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
            })
    class WithAllowedOrigin {

        @Autowired
        private MockMvcTester web;

        @Test
        void answersMayBeReadWithTheHeadersThatMatter() {
            assertThat(web.get().uri("/v1").header("Origin", ORIGIN))
                    .hasStatusOk()
                    .hasHeader("Access-Control-Allow-Origin", ORIGIN)
                    .hasHeader(
                            "Access-Control-Expose-Headers",
                            "Location, ETag, Link, Retry-After, RateLimit, RateLimit-Policy, Idempotency-Replayed");
        }

        @Test
        void preflightAllowsWhatTheServiceKnows() {
            assertThat(web.options()
                            .uri("/v1/gradients")
                            .header("Origin", ORIGIN)
                            .header("Access-Control-Request-Method", "POST")
                            .header("Access-Control-Request-Headers", "content-type"))
                    .hasStatusOk()
                    .hasHeader("Access-Control-Allow-Methods", "GET,HEAD,POST,DELETE");
        }

        @Test
        void otherOriginsGetProblem() {
            assertThat(web.get().uri("/v1").header("Origin", "https://elsewhere.example"))
                    .hasStatus(403)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("forbidden");
        }
    }
}
