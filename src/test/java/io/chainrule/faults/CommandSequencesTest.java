package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.service.access.WithoutKeys;
import io.chainrule.service.job.Examples;
import io.chainrule.service.job.JobFilter;
import io.chainrule.service.job.StateConflictException;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

/// Random commands of clients, and random ends of workers, against the contract's table as a model: each
/// leads where the table says, or is refused and changes nothing.
@ExtendWith(WithoutKeys.class)
class CommandSequencesTest {

    private static final int JOBS = 3;
    private static final int COMMANDS = 30;
    private static final int EPOCHS = 25;
    private static final int DEADLY = 3;

    @TempDir
    Path directory;

    private final Counts counts = Counts.ofThisRun();
    private final Random random = new Random(counts.seed());
    private Workshop shop;
    private int refused;
    private int deaths;

    /// What the model knows of a job. Every worker of a deadly one dies at once.
    private static final class Expected {
        final String id;
        final boolean isDeadly;
        String state = "queued";
        long version = 1;
        int attempt;
        int deathsInARow;

        Expected(String id, boolean isDeadly) {
            this.id = id;
            this.isDeadly = isDeadly;
        }

        void become(String next) {
            if (!next.equals(state)) {
                version++;
            }
            state = next;
        }
    }

    @Test
    void everyCommandLeadsWhereTheTableSays() {
        try (var opened = new Workshop(directory)) {
            shop = opened;
            var dataset =
                    shop.stores.datasets().save(Examples.twoSides("two-sides")).id();
            for (int i = 0; i < counts.sequences(); i++) {
                var jobs = IntStream.range(0, JOBS)
                        .mapToObj(one -> new Expected(
                                shop.jobs.submit(Examples.spec(dataset, EPOCHS)).id(), one == 0))
                        .toList();
                for (int j = 0; j < COMMANDS; j++) {
                    act(jobs.get(random.nextInt(JOBS)));
                }
            }
            var states = shop.jobs.countByState(JobFilter.ALL);
            var verdict = Checker.check(shop.stores, List.of());
            System.out.printf(
                    "sequences=%d refused=%d deaths=%d states=%s %s seed=%d%n",
                    counts.sequences(), refused, deaths, states, verdict.line(), counts.seed());
            assertThat(verdict.count(Verdict.Kind.ILLEGAL))
                    .as(verdict.toString())
                    .isZero();
            assertThat(verdict.count(Verdict.Kind.DUPLICATES))
                    .as(verdict.toString())
                    .isZero();
            // Whoever knows nothing of the deaths finds it wrong that deadly jobs have failed, and nothing else.
            assertThat(verdict.count(Verdict.Kind.MISMATCHED))
                    .as(verdict.toString())
                    .isEqualTo(states.get("failed").intValue());
        }
    }

    private void act(Expected job) {
        if (random.nextBoolean()) {
            work(job);
        } else {
            command(job);
        }
        compare(job);
    }

    private void command(Expected job) {
        var command = random.nextInt(12) == 0 ? "cancel" : random.nextBoolean() ? "pause" : "resume";
        var next = StateTable.answer(command, job.state);
        if (next == null) {
            refused++;
            assertThatThrownBy(() -> tell(command, job.id))
                    .as("%s when %s", command, job.state)
                    .isInstanceOf(StateConflictException.class);
        } else {
            tell(command, job.id);
            job.become(next);
        }
    }

    private TrainingJob tell(String command, String id) {
        return switch (command) {
            case "pause" -> shop.jobs.pause(id);
            case "resume" -> shop.jobs.resume(id);
            case "cancel" -> shop.jobs.cancel(id);
            default -> throw new IllegalArgumentException(command);
        };
    }

    /// A worker takes the job up if it may, and at some step dies, drains, or is told by a client what to do.
    private void work(Expected job) {
        takeUp(job);
        int stop = 1 + random.nextInt(EPOCHS);
        int end = job.isDeadly ? 1 : random.nextInt(5);
        boolean isFast = job.isDeadly || random.nextBoolean();
        var steps = new int[1];
        try {
            shop.work(job.id, () -> {
                shop.clock.advance(isFast ? Duration.ZERO : Duration.ofMillis(random.nextInt(300)));
                if (++steps[0] != stop) {
                    return false;
                }
                return switch (end) {
                    case 0 -> true;
                    case 1, 2 -> throw new DataAccessResourceFailureException("killed");
                    default -> {
                        command(job);
                        compare(job);
                        yield false;
                    }
                };
            });
            leave(job, end == 0 && steps[0] >= stop);
        } catch (DataAccessResourceFailureException _) {
            deaths++;
            shop.forgetAll();
        }
    }

    private void takeUp(Expected job) {
        switch (job.state) {
            case "queued" -> claim(job);
            case "running" -> {
                job.deathsInARow = hasCheckpointOf(job) ? 0 : job.deathsInARow + 1;
                if (job.deathsInARow == DEADLY) {
                    job.become("failed");
                } else {
                    job.become("queued");
                    claim(job);
                }
            }
            case "pausing" -> job.become("paused");
            case "cancelling" -> job.become("cancelled");
            default -> {}
        }
    }

    private static void claim(Expected job) {
        job.become("running");
        job.attempt++;
    }

    /// Whether a checkpoint was written since it was claimed.
    private boolean hasCheckpointOf(Expected job) {
        boolean written = false;
        for (var event : new StoredJobs(shop.stores.database()).events(job.id)) {
            switch (event.kind()) {
                case "state" -> written &= !event.state().equals("running");
                case "checkpoint" -> written = true;
                default -> {}
            }
        }
        return written;
    }

    private void leave(Expected job, boolean isDrained) {
        switch (job.state) {
            case "running" -> job.become(isDrained ? "queued" : "succeeded");
            case "pausing" ->
                job.become(shop.jobs.get(job.id).state().name().equals("succeeded") ? "succeeded" : "paused");
            case "cancelling" -> job.become("cancelled");
            default -> {}
        }
        if (hasCheckpointOf(job)) {
            job.deathsInARow = 0;
        }
    }

    private void compare(Expected expected) {
        var job = shop.jobs.get(expected.id);
        assertThat(job.state().name()).isEqualTo(expected.state);
        assertThat(job.version()).isEqualTo(expected.version);
        assertThat(job.attempt()).isEqualTo(expected.attempt);
    }
}
