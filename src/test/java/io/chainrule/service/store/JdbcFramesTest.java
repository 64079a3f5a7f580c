package io.chainrule.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.learning.training.TrainingRun;
import io.chainrule.service.job.Examples;
import io.chainrule.service.job.Frame;
import io.chainrule.service.job.Frames;
import io.chainrule.service.job.SettableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class JdbcFramesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final String WIDE = """
            {"dataset": "ds_1", "model": {"type": "mlp", "hidden": [400, 400]}, "features": ["x1", "shade"],
             "missing": "mean", "epochs": 9}
            """;

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private Stores stores;
    private Frames frames;

    @BeforeEach
    void open() {
        stores = new Stores(vendor, directory, new SettableClock());
        frames = stores.frames();
        insert("job_1");
        insert("job_2");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private void insert(String id) {
        stores.jobs().insert(Examples.queued(id, NOW, Examples.spec("ds_1", 9), 0));
    }

    private static TrainingRun run(String spec) {
        return TrainingRun.of(Examples.spec(spec), Examples.twoSides("two-sides"));
    }

    private long chunks() {
        return stores.database()
                .sql("select count(*) from frame_chunk")
                .query(Long.class)
                .single();
    }

    @Test
    void frameReadsBackAsItWasSaved() {
        var run = run(WIDE);
        var saved = new ArrayList<Frame>();
        for (int epoch = 1; epoch <= 9; epoch++) {
            run.next();
            saved.add(new Frame(epoch, run.model()));
        }
        frames.save("job_1", saved.subList(0, 1));
        frames.save("job_1", saved.subList(2, 5));
        frames.save("job_1", saved.subList(6, 8));
        for (int epoch : new int[] {1, 3, 4, 5, 7, 8}) {
            var read = frames.read("job_1", epoch).orElseThrow();
            assertThat(read.epoch()).isEqualTo(epoch);
            assertThat(read.model().parameters().toBytes())
                    .as("epoch %d", epoch)
                    .isEqualTo(saved.get(epoch - 1).model().parameters().toBytes());
        }
        for (int epoch : new int[] {0, 2, 6, 9}) {
            assertThat(frames.read("job_1", epoch)).as("epoch %d", epoch).isEmpty();
        }
    }

    @Test
    void everythingElseOfTheModelIsKeptToo() {
        var run = run(WIDE);
        run.next();
        frames.save("job_1", List.of(new Frame(1, run.model())));
        var read = frames.read("job_1", 1).orElseThrow();
        assertThat(read.model())
                .usingRecursiveComparison()
                .ignoringFields("parameters")
                .isEqualTo(run.model());
    }

    @Test
    void largeParametersAreInRowsOfOneMebibyte() {
        var run = run(WIDE);
        frames.save("job_1", List.of(new Frame(1, run.model())));
        int bytes = run.model().parameters().count() * Double.BYTES;
        assertThat(stores.database()
                        .sql("select octet_length(content) from frame_chunk order by sequence")
                        .query(Integer.class)
                        .list())
                .hasSize(2)
                .startsWith(1 << 20)
                .satisfies(sizes -> assertThat(sizes.getLast()).isBetween(bytes - (1 << 20), bytes - (1 << 20) + 2000));
    }

    @Test
    void whatIsNotKeptIsNotFound() {
        frames.save("job_1", List.of(new Frame(1, run(WIDE).model())));
        assertThat(frames.read("job_1", 2)).isEmpty();
        assertThat(frames.read("job_2", 1)).isEmpty();
    }

    @Test
    void framesGoWithTheirJob() {
        frames.save("job_1", List.of(new Frame(1, run(WIDE).model())));
        frames.save("job_2", List.of(new Frame(1, run(WIDE).model())));
        stores.jobs().delete("job_1");
        assertThat(frames.read("job_1", 1)).isEmpty();
        assertThat(frames.read("job_2", 1)).isPresent();
        assertThat(chunks()).isEqualTo(2);
    }
}
