package io.chainrule.service.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.service.job.StorageFullException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DiskRoomTest {

    @TempDir
    Path folder;

    @Test
    void nothingMoreIsKeptWithinTheReserve() {
        assertThatThrownBy(() -> new DiskRoom(folder, DataSize.ofTerabytes(1_000_000)).require())
                .isInstanceOf(StorageFullException.class)
                .hasMessageContaining("1,048,576,000,000 MB");
    }

    @Test
    void thereIsRoomBeyondTheReserve() {
        assertThatCode(() -> new DiskRoom(folder, DataSize.ofBytes(1)).require())
                .doesNotThrowAnyException();
    }

    @Test
    void nothingIsKnownAgainstADiskThatDoesNotTell() {
        assertThatCode(() -> new DiskRoom(folder.resolve("nowhere"), DataSize.ofTerabytes(1_000_000)).require())
                .doesNotThrowAnyException();
    }
}
