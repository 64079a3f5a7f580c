package io.chainrule.faults;

import io.chainrule.ChainruleApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/// Processes on one database, as the profile `postgres` sets them up but for one thread each that trains.
final class MeasuredReplicas implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final Duration GLANCE = Duration.ofMillis(50);

    /// PostgreSQL's statistics come with a delay.
    private static final Duration STATISTICS = Duration.ofMillis(1500);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final SingleConnectionDataSource connection;
    private final JdbcClient database;
    private final List<ServiceProcess> processes;
    private final List<URI> addresses;

    MeasuredReplicas(String url, Path directory, int count) {
        this.connection = new SingleConnectionDataSource(url, true);
        this.database = JdbcClient.create(connection);
        this.processes = IntStream.range(0, count)
                .mapToObj(number -> ServiceProcess.start(
                        List.of("-cp", ServiceProcess.classPath(), ChainruleApplication.class.getName()),
                        directory.resolve("replica" + number),
                        "spring.profiles.active=postgres",
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=postgres",
                        "chainrule.jobs.parallel=1"))
                .toList();
        this.addresses = processes.stream().map(ServiceProcess::awaitAddress).toList();
    }

    /// Keeps a dataset.
    ///
    /// @return its id
    String dataset(Path csv) throws IOException {
        return post(addresses.getFirst(), "/v1/datasets", "text/csv", HttpRequest.BodyPublishers.ofFile(csv));
    }

    /// Posts so many of a job to all processes in turn, four at a time, and waits until all have succeeded.
    Measured measure(String job, int jobs) {
        ServiceProcess.pause(STATISTICS);
        var before = Counters.read(database, processes);
        long epochs = succeeded("sum(epoch)");
        long done = succeeded("count(*)") + jobs;
        long began = System.nanoTime();
        post(job, jobs);
        var posting = Duration.ofNanos(System.nanoTime() - began);
        while (succeeded("count(*)") < done) {
            ServiceProcess.pause(GLANCE);
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        ServiceProcess.pause(STATISTICS);
        var spent = Counters.read(database, processes).since(before);
        return new Measured(jobs, succeeded("sum(epoch)") - epochs, posting, took, spent);
    }

    private void post(String job, int jobs) {
        var places = new Semaphore(CLIENTS);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < jobs; i++) {
                var address = addresses.get(i % addresses.size());
                places.acquireUninterruptibly();
                clients.execute(() -> {
                    try {
                        post(
                                address,
                                "/v1/training-jobs",
                                "application/json",
                                HttpRequest.BodyPublishers.ofString(job));
                    } finally {
                        places.release();
                    }
                });
            }
        }
    }

    private String post(URI address, String path, String type, HttpRequest.BodyPublisher body) {
        try {
            var request = HttpRequest.newBuilder(address.resolve(path))
                    .header("Content-Type", type)
                    .POST(body);
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
            return json.readTree(answer.body()).get("id").stringValue();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private long succeeded(String what) {
        return database.sql("select coalesce(" + what + ", 0) from training_job where state = 'succeeded'")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        processes.forEach(ServiceProcess::close);
        connection.destroy();
    }
}
