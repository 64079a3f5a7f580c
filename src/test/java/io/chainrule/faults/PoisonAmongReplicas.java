package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A job kills whichever replica trains it. The dead ones are started again.
final class PoisonAmongReplicas {

    private static final int OTHERS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Replicas replicas;

    PoisonAmongReplicas(Replicas replicas) {
        this.replicas = replicas;
    }

    /// Waits until the poisonous job and all innocent ones have come to their ends, the first to a failure.
    ///
    /// @return how many processes have died
    int deaths() {
        var others = Stream.generate(() -> replicas.post(replicas.workload().longOne()))
                .limit(OTHERS)
                .toList();
        var poison = replicas.post(replicas.workload().poison());
        var deaths = new int[1];
        Replicas.await(PATIENCE, () -> {
            deaths[0] += (int)
                    replicas.all().stream().filter(Replica::relaunchIfDead).count();
            return haveEnded(poison, others);
        });
        replicas.awaitReady();
        assertThat(Replicas.job(replicas.any(), poison).at("/error/code").stringValue())
                .isEqualTo("worker-crash-loop");
        assertThat(others)
                .allSatisfy(job -> assertThat(replicas.jobs().state(job)).isEqualTo("succeeded"));
        return deaths[0];
    }

    private boolean haveEnded(String poison, List<String> others) {
        return Stream.concat(Stream.of(poison), others.stream())
                .allMatch(job -> StateTable.FINAL.contains(replicas.jobs().state(job)));
    }
}
