package io.chainrule.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Two jobs of one specification are trained at a time, and the worker of one is killed: who looks at it elsewhere
/// sees its events without gap, and both end with the same parameters.
final class TwinJobs {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Replicas replicas;

    TwinJobs(Replicas replicas) {
        this.replicas = replicas;
    }

    /// @param silence how long nobody trained the one that lost its worker
    /// @param events the ids of its events, as another replica told them
    /// @param hashes of the parameters of both
    record Ends(Duration silence, List<Long> events, List<String> hashes) {}

    /// Only the tags differ, by which the checker tells requests apart.
    private String spec() {
        return replicas.workload().of("""
                "epochs": 400, "model": {"type": "mlp", "hidden": [64, 64]}, "batchSize": 8""");
    }

    Ends train() {
        var twins = List.of(replicas.post(spec()), replicas.post(spec()));
        twins.forEach(twin -> Replicas.await(
                PATIENCE, () -> Replicas.job(replicas.any(), twin).has("checkpointEpoch")));
        var killed = twins.getFirst();
        var elsewhere = replicas.othersThan(replicas.worker(killed)).getFirst();
        var reader = new EventReader(elsewhere.client().address(Client.JOBS + "/" + killed + "/events"));
        var reading = CompletableFuture.runAsync(() -> reader.read(PATIENCE));
        var silence = new KilledWorker(replicas).of(killed);
        reading.join();
        replicas.awaitEnds(PATIENCE);
        replicas.awaitReady();
        return new Ends(
                silence,
                reader.ids(),
                twins.stream()
                        .map(twin -> Replicas.job(elsewhere, twin)
                                .get("parametersHash")
                                .stringValue())
                        .toList());
    }
}
