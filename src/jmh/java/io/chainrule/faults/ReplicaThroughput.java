package io.chainrule.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What one, two and three processes on one PostgreSQL do together, and what that costs the database: many small jobs,
/// then a few long ones. All of them, the database and the clients share the cores of this machine.
///
/// To be started as the benchmarks are; the arguments say how many processes to try, by default 1 2 3.
final class ReplicaThroughput {

    private static final int SMALL_JOBS = 800;
    private static final int LONG_JOBS = 9;
    private static final int LONG_EPOCHS = 300;

    /// Jobs for each process, until its compiler knows the code.
    private static final int WARM_UP = 200;

    private static final String SMALL = """
            {"dataset": "%s", "epochs": 500, "model": {"type": "linear"},
             "optimizer": {"type": "sgd", "learningRate": 1.0}}""";
    private static final String LONG = """
            {"dataset": "%s", "epochs": %d, "batchSize": 32, "optimizer": {"type": "adam", "learningRate": 0.01},
             "model": {"type": "mlp", "hidden": [64, 64], "activation": "relu"}, "standardize": true}""";

    private ReplicaThroughput() {}

    static void main(String... numbers) throws IOException {
        System.out.println("replicas  jobs       " + Measured.HEADING);
        for (var number : numbers.length == 0 ? List.of("1", "2", "3") : List.of(numbers)) {
            measure(Integer.parseInt(number));
        }
    }

    private static void measure(int count) throws IOException {
        var directory = Files.createTempDirectory("chainrule-replicas");
        try (var server = database();
                var replicas = new MeasuredReplicas(server.getJdbcUrl("postgres", "postgres"), directory, count)) {
            var clouds = replicas.dataset(Path.of("sample-data/two-clouds.csv"));
            var spiral = replicas.dataset(Path.of("sample-data/spiral.csv"));
            replicas.measure(SMALL.formatted(clouds), WARM_UP * count);
            print(count, "small", replicas.measure(SMALL.formatted(clouds), SMALL_JOBS));
            replicas.measure(LONG.formatted(spiral, LONG_EPOCHS), count);
            print(count, "MLP 64-64", replicas.measure(LONG.formatted(spiral, LONG_EPOCHS), LONG_JOBS));
        }
    }

    /// As durable as PostgreSQL is by default, unlike that of the tests.
    private static EmbeddedPostgres database() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static void print(int count, String kind, Measured measured) {
        System.out.printf("%8d  %-9s  %s%n", count, kind, measured);
    }
}
