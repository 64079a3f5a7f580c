package io.chainrule.service.store;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Whatever a page token holds, it is one that we have written or it is refused. Most texts are no Base 64, so that
/// nothing behind it would be tried.
///
/// Runs as a regression test on the inputs kept in the resources; `./mvnw -Pfuzz-coverage test` looks for new ones.
class PageTokenContentFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void contents(FuzzedDataProvider data) {
        var content = data.consumeLong() + (data.consumeBoolean() ? ":" : "") + data.consumeRemainingAsString();
        PageTokenFuzzTest.assertReadOrRefused(
                Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }
}
