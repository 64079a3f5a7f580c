package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The line between the replicas and the database is cut or falls silent while each of them trains, and is mended.
final class LostDatabase {

    private static final Duration MOVES_AGAIN = Duration.ofSeconds(15);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(200);

    private final Replicas replicas;
    private final Consumer<Relay> breaking;
    private int refused;
    private Duration slowest = Duration.ZERO;

    /// @param breaking what happens to the line
    LostDatabase(Replicas replicas, Consumer<Relay> breaking) {
        this.replicas = replicas;
        this.breaking = breaking;
    }

    /// How many requests were answered 503 meanwhile.
    int refused() {
        return refused;
    }

    /// How long the slowest of them took.
    Duration slowest() {
        return slowest;
    }

    /// @param away how long the database is
    /// @return how long it took from its return until all jobs had moved on
    Duration lose(Duration away) {
        var jobs = Stream.generate(() -> replicas.post(replicas.workload().endless()))
                .limit(replicas.all().size())
                .toList();
        jobs.forEach(replicas::awaitRunning);
        breaking.accept(replicas.relay());
        try {
            askFor(away, jobs.getFirst());
        } finally {
            replicas.relay().mend();
        }
        var before = jobs.stream().map(replicas.jobs()::step).toList();
        var took = Replicas.await(MOVES_AGAIN, () -> haveMoved(jobs, before));
        jobs.forEach(job -> replicas.cancel(replicas.any(), job));
        replicas.awaitEnds(Duration.ofMinutes(1));
        assertThat(jobs)
                .allSatisfy(job -> assertThat(replicas.jobs().state(job)).isEqualTo("cancelled"));
        return took;
    }

    /// Nobody can answer, and everybody says when to ask again.
    private void askFor(Duration time, String job) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            for (var replica : replicas.all()) {
                long asked = System.nanoTime();
                var answer = replica.client().get(Client.JOBS + "/" + job).orElseThrow();
                assertThat(answer.status()).as("%s", answer.body()).isEqualTo(503);
                assertThat(answer.response().headers().firstValue("Retry-After").orElse("absent"))
                        .matches("[1-9][0-9]*");
                var took = Duration.ofNanos(System.nanoTime() - asked);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                refused++;
            }
            ServiceProcess.pause(BEFORE_ASKING_AGAIN);
        }
    }

    private boolean haveMoved(List<String> jobs, List<Long> before) {
        for (int i = 0; i < jobs.size(); i++) {
            if (replicas.jobs().step(jobs.get(i)) <= before.get(i)) {
                return false;
            }
        }
        return true;
    }
}
