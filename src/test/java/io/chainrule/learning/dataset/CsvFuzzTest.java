package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chainrule.learning.specification.InvalidSpecException;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// Whatever bytes come, there is a dataset or a refusal that says why; what was read is written and read again.
///
/// Runs as a regression test on the inputs kept in the resources; `./mvnw -Pfuzz-coverage test` looks for new ones.
class CsvFuzzTest {

    private static final DatasetLimits LIMITS = new DatasetLimits(1_000, 20, 10);

    @FuzzTest(maxDuration = "60s")
    void csv(byte[] bytes) throws IOException {
        try {
            DatasetFuzzTest.assertComesBack(
                    Csv.read(new ByteArrayInputStream(bytes), DatasetSpec.named("fuzz"), LIMITS));
        } catch (DatasetInvalidException | InvalidSpecException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
