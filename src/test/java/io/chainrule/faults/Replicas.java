package io.chainrule.faults;

import io.chainrule.service.job.ShiftedClock;
import io.chainrule.service.store.PostgresServer;
import io.chainrule.service.store.Stores;
import io.chainrule.service.store.Vendor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Three processes on one PostgreSQL, which they reach through a relay, on machines whose clocks are ten minutes apart.
/// Each trains one job at a time.
final class Replicas implements AutoCloseable {

    /// Shorter than usual, so that nobody waits for long.
    static final Duration HEARTBEAT = Duration.ofMillis(500);

    /// Who has been silent for so long is taken for dead.
    static final Duration LEASE = HEARTBEAT.multipliedBy(4);

    private static final List<Duration> SHIFTS =
            List.of(Duration.ofMinutes(-10), Duration.ZERO, Duration.ofMinutes(10));

    private final Path directory;
    private final Duration heartbeat;
    private final Random random;
    private final Recording recording;
    private final Relay relay;
    private final Stores stores;
    private final List<Replica> all;
    private final Workload workload;

    /// @param heartbeat of the processes
    Replicas(Path directory, Duration heartbeat, Random random) {
        this.heartbeat = heartbeat;
        this.directory = directory;
        this.random = random;
        this.recording = new Recording(directory.resolve("record.jsonl"));
        var url = PostgresServer.url(directory);
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        this.relay = new Relay(port);
        var relayed = url.replace(":" + port + "/", ":" + relay.port() + "/");
        this.stores = new Stores(Vendor.POSTGRESQL, directory, Clock.systemUTC());
        this.all = IntStream.range(0, SHIFTS.size())
                .mapToObj(number -> launch(number, relayed))
                .toList();
        all.forEach(Replica::await);
        var dataset = any().client()
                .post("/v1/datasets", Workload.dataset(random.nextLong()))
                .orElseThrow()
                .json();
        this.workload = new Workload(random, dataset.get("id").stringValue());
    }

    private Replica launch(int number, String url) {
        return Replica.launch(
                directory.resolve("replica" + number),
                recording,
                "spring.profiles.active=postgres",
                "spring.datasource.url=" + url,
                "spring.datasource.username=" + PostgresServer.USER,
                "chainrule.jobs.parallel=1",
                "chainrule.jobs.heartbeat=" + heartbeat.toMillis() + "ms",
                ShiftedClock.SHIFT + "=" + SHIFTS.get(number));
    }

    List<Replica> all() {
        return all;
    }

    Relay relay() {
        return relay;
    }

    Workload workload() {
        return workload;
    }

    /// Transactions of the database itself, not through the relay.
    TransactionTemplate transaction() {
        return stores.transaction();
    }

    /// The database itself, not through the relay.
    JdbcClient database() {
        return stores.database();
    }

    JobTable jobs() {
        return new JobTable(database());
    }

    /// Whoever it is, a request may come to it.
    synchronized Replica any() {
        return all.get(random.nextInt(all.size()));
    }

    long ready() {
        return all.stream().filter(Replica::isReady).count();
    }

    /// Posts a job, which is accepted, to any replica.
    ///
    /// @return its id
    String post(String job) {
        var answer = any().client().post(Client.JOBS, job).orElseThrow();
        if (answer.status() != 202) {
            throw new IllegalStateException("%d: %s".formatted(answer.status(), answer.body()));
        }
        return answer.json().get("id").stringValue();
    }

    void cancel(Replica replica, String id) {
        var answer = replica.client().post(Client.JOBS + "/" + id + "/cancel").orElseThrow();
        if (answer.status() != 202) {
            throw new IllegalStateException("%d: %s".formatted(answer.status(), answer.body()));
        }
    }

    static JsonNode job(Replica replica, String id) {
        return replica.client().get(Client.JOBS + "/" + id).orElseThrow().json();
    }

    /// The replica that trains a job.
    Replica worker(String id) {
        var name = jobs().worker(id);
        return all.stream()
                .filter(replica -> replica.output().contains(name))
                .findFirst()
                .orElseThrow();
    }

    /// Those who do not train this job.
    List<Replica> othersThan(Replica worker) {
        return all.stream().filter(replica -> replica != worker).toList();
    }

    void awaitRunning(String id) {
        await(
                Duration.ofSeconds(20),
                () -> jobs().step(id) > 0 && jobs().state(id).equals("running"));
    }

    /// Waits until all of them answer.
    void awaitReady() {
        await(Duration.ofMinutes(1), () -> ready() == all.size());
    }

    /// Waits until every job has come to its end.
    void awaitEnds(Duration atMost) {
        await(atMost, () -> jobs().count("state not in ('succeeded', 'failed', 'cancelled')") == 0);
    }

    /// @return how long it took
    static Duration await(Duration atMost, BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > atMost.toNanos()) {
                throw new IllegalStateException("Waited in vain for " + atMost);
            }
            ServiceProcess.pause(Duration.ofMillis(10));
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /// What the checker finds in all that has happened so far. Nothing is written down later.
    Verdict check() {
        recording.close();
        return Checker.check(stores, Recording.read(directory.resolve("record.jsonl")));
    }

    @Override
    public void close() {
        all.forEach(Replica::close);
        recording.close();
        relay.close();
        stores.close();
    }
}
