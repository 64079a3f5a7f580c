package io.chainrule.service.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.util.FileSystemUtils;

/// The file of an H2 database. The tables are made once in a process, and copied from then on, which
/// takes a fraction of the time.
final class EmbeddedFile {

    private static final String NAME = "chainrule";
    private static final byte[] EMPTY = empty();

    private EmbeddedFile() {}

    /// Connections to the database of a folder.
    static JdbcConnectionPool pool(Path directory) {
        return JdbcConnectionPool.create(
                "jdbc:h2:file:" + directory.resolve(NAME) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
    }

    /// Makes the database of a folder, with all tables, unless there is one.
    static void provide(Path directory) {
        try {
            var file = file(directory);
            if (Files.notExists(file)) {
                Files.createDirectories(directory);
                Files.write(file, EMPTY);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Path file(Path directory) {
        return directory.resolve(NAME + ".mv.db");
    }

    private static byte[] empty() {
        try {
            var directory = Files.createTempDirectory("chainrule");
            var pool = pool(directory);
            Vendor.migrate(pool, "h2");
            pool.dispose();
            var file = Files.readAllBytes(file(directory));
            FileSystemUtils.deleteRecursively(directory);
            return file;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
