package io.chainrule.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Posts jobs to any replica, while any replica is killed and started again. Who gets no answer asks once more.
final class KilledReplicas {

    private static final int CLIENTS = 4;
    private static final int MOST_MILLISECONDS = 1500;
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(20);

    private final Replicas replicas;
    private final ReplicaCounts counts;
    private final Random random;

    KilledReplicas(Replicas replicas, ReplicaCounts counts, Random random) {
        this.replicas = replicas;
        this.counts = counts;
        this.random = random;
    }

    /// @return the ids of the acknowledged jobs, which have all come to an end
    List<String> run() {
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var posts = IntStream.range(0, counts.jobs())
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> post(number), clients))
                    .toList();
            killWhileTraining();
            for (int kill = 2; kill <= counts.kills(); kill++) {
                killSometime();
            }
            var ids = posts.stream().map(CompletableFuture::join).toList();
            replicas.awaitEnds(Duration.ofMinutes(10));
            replicas.awaitReady();
            return ids;
        }
    }

    private String post(int number) {
        var workload = replicas.workload();
        var job = number % counts.rareness() == 0 ? workload.longOne() : workload.shortOne();
        while (true) {
            var answer = replicas.any()
                    .client()
                    .post(Client.JOBS, job, "Idempotency-Key", "killed-" + number)
                    .filter(reply -> reply.status() == 202);
            if (answer.isPresent()) {
                return answer.get().json().get("id").stringValue();
            }
            ServiceProcess.pause(BEFORE_ASKING_AGAIN);
        }
    }

    /// So that there is something to take over in any case.
    private void killWhileTraining() {
        Replicas.await(
                Duration.ofMinutes(1), () -> replicas.jobs().farFromItsEnd().isPresent());
        die(replicas.worker(replicas.jobs().farFromItsEnd().orElseThrow()));
    }

    /// Two of three answer before the next one dies, be it one of them or the third.
    private void killSometime() {
        Replicas.await(Duration.ofMinutes(1), () -> replicas.ready() >= 2);
        ServiceProcess.pause(Duration.ofMillis(random.nextInt(MOST_MILLISECONDS)));
        replicas.any().client().get(LostWork.RUNNING);
        die(replicas.any());
    }

    private static void die(Replica victim) {
        victim.kill();
        victim.relaunch();
    }

    /// How many of these jobs have succeeded.
    long results(List<String> ids) {
        return countOf(ids, "state = 'succeeded' and model_id is not null");
    }

    /// How many of these have been taken over from a replica that was killed.
    long takenOver(List<String> ids) {
        return countOf(ids, "attempt > 1 and state = 'succeeded'");
    }

    private long countOf(List<String> ids, String condition) {
        var found = new ArrayList<>(replicas.database()
                .sql("select id from training_job where " + condition)
                .query(String.class)
                .list());
        found.retainAll(Set.copyOf(ids));
        return found.size();
    }
}
