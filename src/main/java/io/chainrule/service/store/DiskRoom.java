package io.chainrule.service.store;

import io.chainrule.service.job.Room;
import io.chainrule.service.job.StorageFullException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/// The room on the disk of the embedded database. Some is held back for what runs already: H2 closes a database that it
/// cannot write, and then reading fails as well, for a moment.
///
/// @param file of the database, or any other on its disk
/// @param reserve what is held back
record DiskRoom(Path file, DataSize reserve) implements Room {

    @Override
    public void require() {
        if (free() < reserve.toBytes()) {
            throw new StorageFullException("The disk of the database has less free than the %,d MB that are held back"
                    .formatted(reserve.toMegabytes()));
        }
    }

    /// Of a disk that does not tell, nothing is known against it.
    private long free() {
        try {
            return Files.getFileStore(file).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
