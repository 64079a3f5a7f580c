package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.chainrule.learning.training.Specs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What one more row adds to a dataset, where it is stored and where it is read into memory: 8 bytes a number and 4 a
/// category.
class DatasetMemoryTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int FEW = 1000;
    private static final int MANY = 11_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void rowTakesEightBytesANumberAndFourACategory(int numbers) throws IOException {
        var few = stored(numbers, FEW);
        var many = stored(numbers, MANY);
        int bytesOfRow = 8 * numbers + 4;
        assertThat(many.length - few.length).isEqualTo((MANY - FEW) * bytesOfRow);

        bytesOfReading(few); // loads classes
        long taken = bytesOfReading(many) - bytesOfReading(few);
        // what stays is as large as what is stored; on the way there are copies
        assertThat((double) taken / (MANY - FEW)).isBetween((double) bytesOfRow, 4.0 * bytesOfRow);
    }

    private static byte[] stored(int numbers, int rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        DatasetBytes.write(Specs.clouds(rows, numbers, 3), bytes);
        return bytes.toByteArray();
    }

    private static long bytesOfReading(byte[] stored) throws IOException {
        var stream = new ByteArrayInputStream(stored);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        DatasetBytes.read(stream);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
