package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;

/// All replicas are busy, one owner has queued many jobs, and another one comes. Then one replica becomes free.
final class ManyOfOneOwner {

    /// As many as an experiment has at most; one by one they would take minutes.
    private static final int AT_ONCE = 100;

    private static final String BUSY = "busy";

    private final Replicas replicas;

    ManyOfOneOwner(Replicas replicas) {
        this.replicas = replicas;
    }

    /// @return how long the other owner's job waited from then on
    Duration waitingAfter(int many) {
        var busy = Stream.generate(() -> replicas.post(owned(replicas.workload().endless(), BUSY)))
                .limit(replicas.all().size())
                .toList();
        busy.forEach(replicas::awaitRunning);
        for (int queued = 0; queued < many; queued += AT_ONCE) {
            queue(Math.min(AT_ONCE, many - queued));
        }
        assertThat(replicas.jobs().count("state = 'queued'")).isEqualTo(many);
        var other = replicas.post(owned(replicas.workload().shortOne(), "other"));
        var freed = busy.getFirst();
        replicas.cancel(replicas.any(), freed);
        Replicas.await(Duration.ofMinutes(1), () -> replicas.jobs().attempt(other) > 0);
        busy.stream().skip(1).forEach(job -> replicas.cancel(replicas.any(), job));
        replicas.awaitEnds(Duration.ofMinutes(10));
        return Duration.ofMillis(replicas.database()
                .sql("""
                        select round(1000 * extract(epoch from other.started_at - freed.state_since))
                        from training_job other, training_job freed where other.id = ? and freed.id = ?
                        """)
                .params(other, freed)
                .query(Long.class)
                .single());
    }

    private void queue(int jobs) {
        var answer = replicas.any()
                .client()
                .post("/v1/experiments", replicas.workload().shortOnes("many", jobs))
                .orElseThrow();
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
    }

    private static String owned(String job, String owner) {
        return job.replaceFirst("\"owner\": \"[abc]\"", "\"owner\": \"" + owner + "\"");
    }
}
