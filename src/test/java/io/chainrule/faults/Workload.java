package io.chainrule.faults;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Jobs of many kinds: short and long, linear and with hidden layers, each optimizer, with minibatches and validation
/// and without.
final class Workload {

    /// What decides the result; there are few, so that the checker can train each of them itself.
    private static final List<String> SHORT = List.of("""
            "epochs": 60, "model": {"type": "linear"}, "optimizer": {"type": "sgd", "learningRate": 0.5}""", """
            "epochs": 40, "model": {"type": "linear"}, "optimizer": {"type": "sgd", "momentum": 0.9}, "batchSize": 50,
            "validation": {"share": 0.2}""", """
            "epochs": 20, "model": {"type": "mlp", "hidden": [8]}, "optimizer": "adam", "batchSize": 32""", """
            "epochs": 30, "model": {"type": "mlp", "hidden": [8]}, "optimizer": "sgd", "validation": {"share": 0.25}""");

    private static final List<String> LONG = List.of("""
            "epochs": 6000, "model": {"type": "linear"}, "optimizer": {"type": "sgd", "learningRate": 0.1},
            "batchSize": 16, "validation": {"share": 0.25}""", """
            "epochs": 12000, "optimizer": "adam", "model": {"type": "linear"}""", """
            "epochs": 1000, "model": {"type": "mlp", "hidden": [16, 16]}, "optimizer": "sgd", "batchSize": 16,
            "validation": {"share": 0.25}""", """
            "epochs": 1200, "model": {"type": "mlp", "hidden": [16]}, "batchSize": 20, "checkpointEvery": 5,
            "optimizer": {"type": "sgd", "momentum": 0.9, "nesterov": true}""", """
            "epochs": 800, "model": {"type": "mlp", "hidden": [16, 16]}, "optimizer": "adam", "batchSize": 16,
            "validation": {"share": 0.25}""", """
            "epochs": 2000, "optimizer": "adam", "model": {"type": "mlp", "hidden": [24, 24]}""");

    private final Random random;
    private final String dataset;
    private int count;

    Workload(Random random, String dataset) {
        this.random = random;
        this.dataset = dataset;
    }

    /// A dataset of three classes, as to be posted.
    static String dataset(long seed) {
        var random = new Random(seed);
        var rows = IntStream.range(0, 300).mapToObj(_ -> row(random)).toList();
        return "{\"name\": \"faults\", \"target\": \"label\", \"rows\": [%s]}".formatted(String.join(",", rows));
    }

    private static String row(Random random) {
        int label = random.nextInt(3);
        return "{\"x1\": %s, \"x2\": %s, \"x3\": %s, \"label\": \"%s\"}"
                .formatted(
                        random.nextGaussian() + label,
                        random.nextGaussian() - label,
                        random.nextGaussian() * (1 + label),
                        "abc".charAt(label));
    }

    /// One of six is long.
    synchronized String next() {
        return random.nextInt(6) == 0 ? longOne() : shortOne();
    }

    synchronized String shortOne() {
        return job(SHORT.get(random.nextInt(SHORT.size())), 1 + random.nextInt(3));
    }

    synchronized String longOne() {
        return job(LONG.get(count % LONG.size()), 1);
    }

    /// A job that takes so long, however fast the machine, that as many as there are threads all run at a time.
    String enduring() {
        return of("""
                "epochs": 2000, "model": {"type": "mlp", "hidden": [64, 64]}, "batchSize": 8""");
    }

    /// A job that takes longer than anybody waits: to be cancelled.
    String endless() {
        return of("""
                "epochs": 100000, "model": {"type": "mlp", "hidden": [64, 64]}, "batchSize": 8""");
    }

    /// @param how members of the specification
    synchronized String of(String how) {
        return job(how, 1);
    }

    /// Short jobs of one owner, which differ in their seeds alone: an experiment.
    synchronized String shortOnes(String owner, int jobs) {
        var seeds = IntStream.rangeClosed(1, jobs).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return """
                {"name": "many", "base": {"dataset": "%s", %s, "frames": 5, "tags": {"owner": "%s"}},
                 "grid": {"seed": [%s]}}
                """.formatted(dataset, SHORT.get(random.nextInt(SHORT.size())), owner, seeds);
    }

    /// A short one whose every worker dies, which the checker expects to fail.
    synchronized String poison() {
        return shortOne()
                .replace(
                        "\"tags\": {",
                        "\"tags\": {\"%s\": \"yes\", \"%s\": \"worker-crash-loop\", "
                                .formatted(PoisonedService.POISON, ResultCheck.EXPECTED_ERROR));
    }

    /// The tag `request` is different in each, so that a second job for the same request would be seen.
    private String job(String how, int seed) {
        count++;
        return """
                {"dataset": "%s", %s, "seed": %d, "frames": 5, "tags": {"owner": "%s", "request": "%d"}}
                """.formatted(dataset, how, seed, "abc".charAt(random.nextInt(3)), count);
    }
}
