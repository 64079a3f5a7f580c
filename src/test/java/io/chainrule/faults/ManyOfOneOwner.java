package io.chainrule.faults;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All replicas are busy, one owner has queued many jobs, and another one comes. Then one replica becomes free.
final class ManyOfOneOwner {

    private static final int CLIENTS = 4;
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
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            IntStream.range(0, many)
                    .mapToObj(_ -> CompletableFuture.runAsync(
                            () -> replicas.post(owned(replicas.workload().shortOne(), "many")), clients))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
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

    private static String owned(String job, String owner) {
        return job.replaceFirst("\"owner\": \"[abc]\"", "\"owner\": \"" + owner + "\"");
    }
}
