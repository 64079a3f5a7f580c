package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetBytesTest {

    private static byte[] bytesOf(Dataset dataset) throws IOException {
        var bytes = new ByteArrayOutputStream();
        DatasetBytes.write(dataset, bytes);
        return bytes.toByteArray();
    }

    @Test
    void everyTypeOfColumnComesBack() throws IOException {
        var csv = "number,category,date,text,label\n"
                + IntStream.range(0, 30_000)
                        .mapToObj(i ->
                                (i % 7 == 0 ? "" : i / 8.0) + "," + (i % 5 == 0 ? "NA" : "k" + i % 3) + ",2024-01-0"
                                        + (1 + i % 9) + "," + (i % 11 == 0 ? "" : "ü" + i) + "," + "ab".charAt(i % 2))
                        .collect(Collectors.joining("\n"));
        var dataset = CsvTest.read(csv);
        var bytes = bytesOf(dataset);
        var stream = new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length + 3));
        var copy = DatasetBytes.read(stream);
        assertThat(stream.available()).as("bytes left").isEqualTo(3);
        assertThat(copy.name()).isEqualTo("test");
        assertThat(copy.target()).isEqualTo("label");
        assertThat(copy.digest()).isEqualTo(dataset.digest());
        assertThat(bytesOf(copy)).isEqualTo(bytes);
        for (var column : dataset.columns()) {
            var other = copy.column(column.name());
            assertThat(other).hasSameClassAs(column);
            assertThat(other.missing()).isEqualTo(column.missing());
            for (int row = 0; row < column.size(); row += 101) {
                assertThat(other.value(row)).isEqualTo(column.value(row));
            }
        }
    }

    @Test
    void layoutIsTheDocumentedOne() throws Exception {
        var dataset = CsvTest.read("x,y\n1,b\n,a\n");
        var head = "43524453" + "01000000" + "04000000" + hex("test");
        var content = "0e000000" + hex("classification") + "01000000" + "02000000" + "02000000"
                + "01000000" + hex("x") + "06000000" + hex("number") + "000000000000f03f" + "000000000000f87f"
                + "01000000" + hex("y") + "08000000" + hex("category")
                + "02000000" + "01000000" + hex("a") + "01000000" + hex("b") + "01000000" + "00000000";
        assertThat(HexFormat.of().formatHex(bytesOf(dataset))).isEqualTo(head + content);
        var hash = MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(content));
        assertThat(dataset.digest()).isEqualTo("sha256:" + HexFormat.of().formatHex(hash));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void brokenBytesAreRefused() throws IOException {
        var bytes = bytesOf(CsvTest.read("x,y\n1,b\n,a\n"));
        for (int length = 0; length < bytes.length; length++) {
            var cut = new ByteArrayInputStream(bytes, 0, length);
            assertThatThrownBy(() -> DatasetBytes.read(cut)).isInstanceOf(IOException.class);
        }
        bytes[0] = 'X';
        assertThatThrownBy(() -> DatasetBytes.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessage("These bytes are no dataset of version 1");
    }

    /// Whoever believed it would ask for memory that no machine has.
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 1_000_000_000, -1, Integer.MIN_VALUE})
    void countThatCannotBeIsNotBelieved(int count) throws IOException {
        for (var csv : List.of("x,y\n1,b\n,a\n", "c,y\nu,b\nv,a\n")) {
            var bytes = bytesOf(CsvTest.read(csv));
            int place = "CRDS".length() + 4 + 4 + "test".length() + 4 + "classification".length() + 4;
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(place, count);
            assertThatThrownBy(() -> DatasetBytes.read(new ByteArrayInputStream(bytes)))
                    .isInstanceOf(IOException.class);
        }
    }
}
