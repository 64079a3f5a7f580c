package io.chainrule.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chainrule.service.job.InvalidPageTokenException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/// Whatever text comes as a page token, it is one that we have written or it is refused.
///
/// Runs as a regression test on the inputs kept in the resources; `JAZZER_FUZZ=1 ./mvnw -Pfuzz test
/// -Dfuzz.target='PageTokenFuzzTest#texts'` looks for new ones.
class PageTokenFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void texts(FuzzedDataProvider data) {
        assertReadOrRefused(data.consumeRemainingAsString());
    }

    /// Most texts are no Base 64, so that nothing behind it would be tried.
    @FuzzTest(maxDuration = "60s")
    void contents(FuzzedDataProvider data) {
        var content = data.consumeLong() + (data.consumeBoolean() ? ":" : "") + data.consumeRemainingAsString();
        assertReadOrRefused(
                Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertReadOrRefused(String text) {
        try {
            var token = PageToken.of(text);
            assertThat(token.text()).isEqualTo(text);
            assertThat(token.createdAt()).isAfterOrEqualTo(Instant.EPOCH);
        } catch (InvalidPageTokenException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
