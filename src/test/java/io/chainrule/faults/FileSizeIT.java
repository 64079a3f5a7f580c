package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The file of the embedded database does not keep what nobody needs any more: not while the service runs for long, and
/// less when it has ended.
@Tag("everything")
class FileSizeIT {

    private static final long MEBI = 1 << 20;
    private static final int JOBS = 1000;
    private static final Duration CHECKPOINTING = Duration.ofSeconds(90);

    /// Parameters, and two memories of the optimizer: 1.7 MB a checkpoint.
    private static final String LARGE = """
            "epochs": 100000, "model": {"type": "mlp", "hidden": [256, 256]}, "optimizer": "adam", "batchSize": 8""";

    private static final List<String> CONTENTS =
            List.of("dataset_chunk", "history_chunk", "model_chunk", "frame_chunk", "checkpoint_chunk", "job_event");

    @TempDir
    Path directory;

    private final Counts counts = Counts.ofThisRun();
    private final Random random = new Random(counts.seed());

    @Test
    void fileStaysSmall() throws IOException {
        try (var driver = new Driver(directory, 0, "chainrule.jobs.parallel=2")) {
            driver.start();
            var workload = driver.workload(random);
            var large = driver.post(workload.of(LARGE));
            for (int i = 0; i < JOBS; i++) {
                driver.post(workload.shortOne());
            }
            driver.await("succeeded", JOBS, Duration.ofMinutes(5));
            long most = 0;
            for (int i = 0; i < CHECKPOINTING.toSeconds(); i++) {
                ServiceProcess.pause(Duration.ofSeconds(1));
                most = Math.max(most, fileSize(driver));
            }
            driver.client().post(Client.JOBS + "/" + large + "/cancel");
            driver.awaitEnds(Duration.ofMinutes(1));
            driver.terminate();

            long left = fileSize(driver);
            long content = contentSize(driver);
            System.out.printf(
                    "jobs=%d running=%.1fMiB ended=%.1fMiB content=%.1fMiB seed=%d%n",
                    JOBS + 1, most / (double) MEBI, left / (double) MEBI, content / (double) MEBI, counts.seed());
            assertThat(left).isLessThan(2 * content + 4 * MEBI);
            assertThat(most).isLessThan(500 * MEBI);
        }
    }

    private static long fileSize(Driver driver) throws IOException {
        return Files.size(driver.data().resolve("chainrule.mv.db"));
    }

    private static long contentSize(Driver driver) {
        try (var stores = new Stores(driver.data(), Clock.systemUTC())) {
            return CONTENTS.stream()
                    .mapToLong(table -> contentSize(stores.database(), table))
                    .sum();
        }
    }

    private static long contentSize(JdbcClient database, String table) {
        return database.sql("select coalesce(sum(octet_length(content)), 0) from " + table)
                .query(Long.class)
                .single();
    }
}
