package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.chainrule.service.job.Examples;
import io.chainrule.service.job.TrainingJobStore;
import io.chainrule.service.job.Workshop;
import io.chainrule.service.store.OnEveryDatabase;
import io.chainrule.service.store.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/// A worker stands still, others take its job over, and it goes on as if nothing had happened: a zombie. The
/// fence keeps it from writing; without the fence the checker sees what it has done.
@OnEveryDatabase
class BrokenFenceTest {

    /// Eight steps and a look at each epoch, so that a worker may write without having finished one.
    private static final String JOB = """
            {"dataset": "%s", "features": ["x1", "x2"], "epochs": 5, "batchSize": 1, "optimizer": "adam"}
            """;

    private static final int STEPS = 45;

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private final Counts counts = Counts.ofThisRun();
    private final Random random = new Random(counts.seed());
    private final BrokenFence broken = new BrokenFence();

    @Test
    void zombieWritesNothing() {
        var verdict = verdictOn(counts.sequences(), UnaryOperator.identity());
        System.out.printf("%s zombies=%d %s seed=%d%n", vendor, counts.sequences(), verdict.line(), counts.seed());
        assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
    }

    @Test
    void checkerSeesTheWritesOfZombiesWithoutTheFence() {
        var log = (Logger) LoggerFactory.getLogger("io.chainrule.service.job.TrainingWorker");
        log.setLevel(Level.OFF); // it would tell of each zombie that meets what it does not expect
        var verdict = verdictOn(counts.unfenced(), broken::of);
        log.setLevel(null);
        System.out.printf(
                "%s without the fence: zombies=%d %s seed=%d%n",
                vendor, counts.unfenced(), verdict.line(), counts.seed());
        assertThat(verdict.isClean()).isFalse();
    }

    private Verdict verdictOn(int zombies, UnaryOperator<TrainingJobStore> shelf) {
        try (var shop = new Workshop(vendor, directory, UnaryOperator.identity(), shelf)) {
            var dataset =
                    shop.stores.datasets().save(Examples.twoSides("two-sides")).id();
            for (int i = 0; i < zombies; i++) {
                haunt(
                        shop,
                        shop.jobs.submit(Examples.spec(JOB.formatted(dataset))).id());
            }
            return Checker.check(shop.stores, List.of());
        }
    }

    /// The first worker stands still at some step; in the meantime others come as far as they come, which is
    /// at least to their first checkpoint.
    private void haunt(Workshop shop, String job) {
        int others = 1 + random.nextInt(3);
        int stop = 1 + random.nextInt(STEPS);
        attempt(shop, job, stop, () -> {
            for (int i = 0; i < others; i++) {
                attempt(shop, job, 4 + random.nextInt(STEPS / 4), BrokenFenceTest::die);
            }
        });
        while (!shop.jobs.get(job).state().isFinal()) {
            attempt(shop, job, Integer.MAX_VALUE, () -> {});
        }
    }

    private void attempt(Workshop shop, String job, int step, Runnable then) {
        var steps = new int[1];
        BooleanSupplier drain = () -> {
            shop.clock.advance(Duration.ofMillis(100 + random.nextInt(300)));
            if (++steps[0] == step) {
                then.run();
            }
            return false;
        };
        broken.enter();
        try {
            shop.work(job, drain);
        } catch (DataAccessException | IllegalStateException _) {
            shop.forgetAll(); // it is dead
        } finally {
            broken.leave();
        }
    }

    private static void die() {
        throw new DataAccessResourceFailureException("killed");
    }
}
