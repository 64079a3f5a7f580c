package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/// Whatever is stored, there is a dataset or a refusal that says why; what was read is written and read again.
///
/// Runs as a regression test on the inputs kept in the resources; `./mvnw -Pfuzz-coverage test` looks for new ones.
class DatasetFuzzTest {

    private static final List<Dataset> STORED = List.of(
            CsvTest.read("x,y\n1,b\n,a\n"),
            CsvTest.read("number,category,date,text,label\n1,k1,2024-01-01,u,a\n2,NA,2024-01-02,,b\n3,k2,,v,a\n"));

    @BeforeAll
    static void storedDatasetsAreRight() throws IOException {
        for (var dataset : STORED) {
            assertThat(bytes(DatasetBytes.read(new ByteArrayInputStream(bytes(dataset)))))
                    .isEqualTo(bytes(dataset));
        }
    }

    /// A stored dataset with some of its bytes changed.
    @FuzzTest(maxDuration = "60s")
    void stored(FuzzedDataProvider data) throws IOException {
        var bytes = bytes(data.pickValue(STORED));
        for (int i = data.consumeInt(0, 8); i > 0; i--) {
            bytes[data.consumeInt(0, bytes.length - 1)] = data.consumeByte();
        }
        Dataset read;
        try {
            read = DatasetBytes.read(
                    new ByteArrayInputStream(bytes, 0, data.consumeInt(bytes.length / 2, bytes.length)));
        } catch (IOException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        assertComesBack(read);
    }

    static void assertComesBack(Dataset dataset) throws IOException {
        var written = bytes(dataset);
        var read = DatasetBytes.read(new ByteArrayInputStream(written));
        assertThat(read.digest()).isEqualTo(dataset.digest());
        assertThat(bytes(read)).isEqualTo(written);
    }

    private static byte[] bytes(Dataset dataset) throws IOException {
        var bytes = new ByteArrayOutputStream();
        DatasetBytes.write(dataset, bytes);
        return bytes.toByteArray();
    }
}
