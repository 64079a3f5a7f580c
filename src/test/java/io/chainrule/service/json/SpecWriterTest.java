package io.chainrule.service.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.dataset.Target;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.json.SpecReaderTest.Job;
import io.chainrule.service.json.SpecReaderTest.Missing;
import io.chainrule.service.json.SpecReaderTest.Scheduled;
import io.chainrule.service.json.SpecReaderTest.Sgd;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SpecWriterTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void fieldsComeInTheirOrderAndAbsentOnesAreLeftOut() {
        var job = new Job("d", 7, 0, new Sgd(0.1, 0), Missing.MOST_FREQUENT, List.of(8), null, true, null, null);
        assertThat(text(job)).isEqualTo("""
                        {"dataset":"d","epochs":7,"seed":0,"optimizer":{"type":"sgd","learningRate":0.1,"momentum":0.0},\
                        "missing":"most-frequent","hidden":[8],"shuffle":true}""");
    }

    @Test
    void whatIsWrittenIsReadBackToTheSame() {
        var job = new Job(
                "d",
                1,
                9007199254740991L,
                new Scheduled(1e-300),
                Missing.REFUSE,
                List.of(),
                Map.of("a", Double.NEGATIVE_INFINITY),
                false,
                MAPPER.readTree("[1,{}]"),
                3);
        assertThat(SpecReader.read(MAPPER.readTree(text(job)), Job.class)).isEqualTo(job);
    }

    @Test
    void numbersAreWrittenShortestAndNonFiniteOnesAsStrings() {
        assertThat(text(new Scheduled(0.1 + 0.2))).isEqualTo("{\"type\":\"scheduled\",\"factor\":0.30000000000000004}");
        assertThat(text(new Scheduled(2e-3))).isEqualTo("{\"type\":\"scheduled\",\"factor\":0.002}");
        assertThat(text(new Scheduled(Double.NaN))).isEqualTo("{\"type\":\"scheduled\",\"factor\":\"NaN\"}");
    }

    record Learned(@Setting(help = "What is predicted") Target target) {}

    @Test
    void targetIsANameOrAnArrayOfSeveral() {
        for (var json : new String[] {"{\"target\":\"y\"}", "{\"target\":[\"y2\",\"y1\"]}"}) {
            assertThat(text(SpecReader.read(MAPPER.readTree(json), Learned.class)))
                    .isEqualTo(json);
        }
        assertThat(text(new Learned(Target.of("y")))).isEqualTo("{\"target\":\"y\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                  | /target   | An array names 2 to 16 columns but this one 0; name one without an array
            ["y"]               | /target   | An array names 2 to 16 columns but this one 1; name one without an array
            ["y", "z", "y"]     | /target/2 | y is named twice
            ["y", 7]            | /target/1 | Expected a string but got 7
            7                   | /target   | Expected the name of a column, or an array of several but got 7
            ["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q"] | /target | An array names 2 to 16 columns but this one 17; name one without an array
            """)
    void wrongTargetsAreRefusedAtTheirPlace(String target, String pointer, String detail) {
        var json = MAPPER.readTree("{\"target\": %s}".formatted(target));
        assertThatThrownBy(() -> SpecReader.read(json, Learned.class))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refused -> assertThat(refused.violations()).containsExactly(new Violation(pointer, detail)));
    }

    private static String text(Object value) {
        return MAPPER.writeValueAsString(SpecWriter.write(value));
    }
}
