package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.service.json.SpecReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SampleDatasetTest {

    @Test
    void filesOfGeneratedSamplesHoldTheBitsOfTheirRecipes() throws IOException {
        var checked = new ArrayList<String>();
        try (var stream = getClass().getResourceAsStream("/sample-data/datasets.json")) {
            for (var json : new JsonMapper().readTree(stream).get("datasets")) {
                var sample = SpecReader.read(json, SampleDataset.class);
                if (sample.generate() != null) {
                    assertHoldsItsRecipe(sample);
                    checked.add(sample.name());
                }
            }
        }
        assertThat(checked).contains("moons", "circles", "xor", "spiral");
    }

    private static void assertHoldsItsRecipe(SampleDataset sample) throws IOException {
        try (var csv = SampleDatasetTest.class.getResourceAsStream("/sample-data/" + sample.file())) {
            var file = Csv.read(Objects.requireNonNull(csv), sample.spec(), DatasetLimits.standard());
            var generated = Objects.requireNonNull(sample.generate()).generate(sample.name());
            assertThat(file.digest()).as(sample.file()).isEqualTo(generated.digest());
        }
    }
}
