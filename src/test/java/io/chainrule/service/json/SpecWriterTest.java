package io.chainrule.service.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.json.SpecReaderTest.Job;
import io.chainrule.service.json.SpecReaderTest.Missing;
import io.chainrule.service.json.SpecReaderTest.Scheduled;
import io.chainrule.service.json.SpecReaderTest.Sgd;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    private static String text(Object value) {
        return MAPPER.writeValueAsString(SpecWriter.write(value));
    }
}
