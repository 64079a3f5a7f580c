package io.chainrule.faults;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Many send the same request with the same key at once, each to any replica.
final class RepeatedPosts {

    private final Replicas replicas;

    RepeatedPosts(Replicas replicas) {
        this.replicas = replicas;
    }

    /// @return the ids of the jobs that the answers tell of
    Set<String> jobs(int atOnce) throws InterruptedException {
        var job = replicas.workload().shortOne();
        Callable<String> post = () -> RepeatedPostIT.accepted(replicas.any().client(), job)
                .json()
                .get("id")
                .stringValue();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, atOnce).mapToObj(_ -> post).toList())
                    .stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toSet());
        }
    }
}
