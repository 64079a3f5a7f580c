package io.chainrule.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chainrule.service.job.InvalidPageTokenException;
import java.time.Instant;

/// Whatever text comes as a page token, it is one that we have written or it is refused.
///
/// Runs as a regression test on the inputs kept in the resources; `./mvnw -Pfuzz-coverage test` looks for new ones.
class PageTokenFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void texts(FuzzedDataProvider data) {
        assertReadOrRefused(data.consumeRemainingAsString());
    }

    static void assertReadOrRefused(String text) {
        try {
            var token = PageToken.of(text);
            assertThat(token.text()).isEqualTo(text);
            assertThat(token.createdAt()).isAfterOrEqualTo(Instant.EPOCH);
        } catch (InvalidPageTokenException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
