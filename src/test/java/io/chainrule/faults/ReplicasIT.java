package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.ChainruleApplication;
import io.chainrule.service.store.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Two processes share a PostgreSQL, and one that trains is killed: the other goes on, and clients that ask it notice
/// nothing.
class ReplicasIT {

    private static final Duration HEARTBEAT = Duration.ofMillis(500);

    /// Four missed heartbeats, two until somebody looks, a poll; the rest is for a busy machine.
    private static final Duration TAKEN_OVER = Duration.ofSeconds(12);

    @TempDir
    Path directory;

    private final Counts counts = Counts.ofThisRun();

    @Test
    void jobOfAKilledProcessIsResumedByTheOtherWithTheSameBits() {
        try (var recording = new Recording(directory.resolve("record.jsonl"));
                var one = start("one");
                var two = start("two")) {
            var client = new Client(recording);
            one.awaitAddress();
            client.talkTo(two.awaitAddress());
            var dataset = client.post("/v1/datasets", Workload.dataset(counts.seed()))
                    .orElseThrow()
                    .json();
            var workload =
                    new Workload(new Random(counts.seed()), dataset.get("id").stringValue());
            var spec = workload.of("""
                    "epochs": 500, "model": {"type": "mlp", "hidden": [64, 64]}, "batchSize": 8""");
            var job = Client.JOBS + "/" + post(client, spec);
            await(client, job, found -> found.has("checkpointEpoch"));

            var victim = one.output().contains(worker()) ? one : two;
            var survivor = victim == one ? two : one;
            client.talkTo(survivor.awaitAddress());
            var reader = new EventReader(client.address(job + "/events"));
            var reading = CompletableFuture.runAsync(() -> reader.read(Duration.ofMinutes(2)));
            victim.kill();
            long killed = System.nanoTime();
            await(client, job, found -> found.get("attempt").intValue() == 2);
            var silence = Duration.ofNanos(System.nanoTime() - killed);

            var resumed = await(client, job, ReplicasIT::hasEnded);
            reading.join();
            var undisturbed = await(client, Client.JOBS + "/" + post(client, spec), ReplicasIT::hasEnded);
            System.out.printf(
                    "taken over after %d ms, events=%d%n",
                    silence.toMillis(), reader.ids().size());
            assertThat(resumed.get("state").stringValue()).isEqualTo("succeeded");
            assertThat(resumed.get("attempt").intValue()).isEqualTo(2);
            assertThat(undisturbed.get("attempt").intValue()).isEqualTo(1);
            assertThat(resumed.get("parametersHash")).isEqualTo(undisturbed.get("parametersHash"));
            assertThat(reader.ids())
                    .hasSizeGreaterThan(5)
                    .isEqualTo(LongStream.rangeClosed(1, reader.ids().size())
                            .boxed()
                            .toList());
            assertThat(silence).isLessThan(TAKEN_OVER);
        }
    }

    private ServiceProcess start(String name) {
        return ServiceProcess.start(
                ChainruleApplication.class,
                directory.resolve(name),
                "spring.profiles.active=postgres",
                "spring.datasource.url=" + PostgresServer.url(directory),
                "spring.datasource.username=" + PostgresServer.USER,
                "chainrule.jobs.parallel=1",
                "chainrule.jobs.heartbeat=" + HEARTBEAT.toMillis() + "ms");
    }

    /// The name of the process that has the only job.
    private String worker() {
        var database = new PGSimpleDataSource();
        database.setUrl(PostgresServer.url(directory));
        return JdbcClient.create(database)
                .sql("select picked_by from scheduled_tasks where picked")
                .query(String.class)
                .single();
    }

    private static String post(Client client, String spec) {
        return client.post(Client.JOBS, spec).orElseThrow().json().get("id").stringValue();
    }

    private static boolean hasEnded(JsonNode job) {
        return job.get("state").stringValue().matches("succeeded|failed|cancelled");
    }

    private static JsonNode await(Client client, String job, Predicate<JsonNode> condition) {
        for (int look = 0; look < 3000; look++) {
            var found = client.get(job).orElseThrow().json();
            if (condition.test(found)) {
                return found;
            }
            ServiceProcess.pause(Duration.ofMillis(20));
        }
        throw new IllegalStateException("Waited too long for " + job);
    }
}
