package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class BodyReadingTest {

    private static final int BULK_LIMIT = 32 << 20;

    @Autowired
    private MockMvcTester web;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"expression\": \"x\",} | 1 | 20",
                "{'expression': 'x'} | 1 | 2",
                "{\"expression\": \"x\", \"expression\": \"y\"} | 1 | 33",
                "{\"at\": {\"x\": 1, \"x\": 2}} | 1 | 20",
                "{\"expression\": x} | 1 | 16",
                "{\"expression\" | 1 | 14",
                "{\"at\": {\"x\": 01}} | 1 | 15",
                "{\"at\": {\"x\": NaN}} | 1 | 17",
                "{} {} | 1 | 4",
                "// comment | 1 | 1",
            })
    void malformedJsonIsToldItsPlace(String body, int line, int column) {
        var answer = post(body.getBytes(StandardCharsets.UTF_8));
        assertProblem(answer, 400, "malformed-json");
        assertThat(answer)
                .bodyJson()
                .hasPathSatisfying("$.line", value -> value.assertThat().isEqualTo(line))
                .hasPathSatisfying("$.column", value -> value.assertThat().isEqualTo(column));
    }

    @Test
    void endOfBodyIsToldWithoutTheParsersWords() {
        var answer = post("{".getBytes(StandardCharsets.UTF_8));
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("Line 1, column 2: Unexpected end-of-input: expected close marker for Object");
    }

    @Test
    void emptyBodyIsMalformed() {
        assertProblem(post(new byte[0]), 400, "malformed-json");
        assertProblem(post(" \n".getBytes(StandardCharsets.UTF_8)), 400, "malformed-json");
    }

    @Test
    void bytesThatAreNoTextAreMalformed() {
        assertProblem(post(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}), 400, "malformed-json");
    }

    @Test
    void depthIsLimitedBeforeAnythingIsBuilt() {
        assertProblem(post("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", "application/xml", "image/png"})
    void otherMediaTypesAreRefusedWithTheRightOne(String type) {
        var answer =
                web.post().uri("/v1/gradients").contentType(type).content("x").exchange();
        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(answer).bodyJson().extractingPath("$.fix").asString().contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "json", "a/b/c"})
    void unreadableMediaTypeIsRefused(String type) {
        var answer = web.post()
                .uri("/v1/gradients")
                .header("Content-Type", type)
                .content("{}")
                .exchange();
        assertProblem(answer, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=latin1", "text/csv; charset=utf-16"})
    void bodyIsWrittenInUtf8(String type) {
        var answer = web.post()
                .uri("/v1/datasets")
                .header("Content-Type", type)
                .content("{}")
                .exchange();
        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(answer).bodyJson().extractingPath("$.fix").asString().contains("UTF-8");
    }

    @Test
    void compressedBodyIsRefused() {
        var answer = web.post()
                .uri("/v1/gradients")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Encoding", "gzip")
                .content("{}")
                .exchange();
        assertProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void bodyMayHaveExactlyAsManyBytesAsTheLimit() {
        var body = new byte[BULK_LIMIT];
        Arrays.fill(body, (byte) ' ');
        var json = "{\"expression\": \"1\"}".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(json, 0, body, 0, json.length);
        assertThat(post(body)).hasStatusOk();
    }

    @Test
    void largerBodyIsTooLarge() {
        var answer = post(new byte[BULK_LIMIT + 1]);
        assertProblem(answer, 413, "body-too-large");
        assertThat(answer).bodyJson().extractingPath("$.limitBytes").isEqualTo(BULK_LIMIT);
    }

    private MvcTestResult post(byte[] body) {
        return web.post()
                .uri("/v1/gradients")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
