package io.chainrule.faults;

import io.chainrule.ChainruleApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Starts the service as a process, keeps it busy, kills it, and starts it again.
final class Driver implements AutoCloseable {

    private static final int CLIENTS = 3;
    private static final int LOOKS_A_PAUSE = 12;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Class<?> main;
    private final Path directory;
    private final String[] settings;
    private final Recording recording;
    private final Client client;
    private final int inFlight;
    private @Nullable ServiceProcess service;
    private @Nullable Workload workload;
    private final List<String> paused = new ArrayList<>();
    private int looks;
    private volatile boolean isBusy;
    private volatile long unfinished;

    Driver(Path directory, int inFlight, String... settings) {
        this(ChainruleApplication.class, directory, inFlight, settings);
    }

    /// @param main of the service
    /// @param inFlight how many jobs are to be unfinished while the service is kept busy
    /// @param settings of the service
    Driver(Class<?> main, Path directory, int inFlight, String... settings) {
        this.main = main;
        this.directory = directory;
        this.inFlight = inFlight;
        this.settings = settings;
        ServiceProcess.makeFolder(directory);
        this.recording = new Recording(directory.resolve("record.jsonl"));
        this.client = new Client(recording);
    }

    Path data() {
        return directory.resolve("data");
    }

    Client client() {
        return client;
    }

    List<Recording.Entry> record() {
        recording.close();
        return Recording.read(directory.resolve("record.jsonl"));
    }

    /// Starts the service, unless it runs, without waiting for it.
    ServiceProcess launch() {
        if (service != null && service.isAlive()) {
            return service;
        }
        recording.add(new Recording.Started(Instant.now()));
        var started = ServiceProcess.start(main, data(), settings);
        service = started;
        return started;
    }

    /// Starts the service, unless it runs, and waits until it listens.
    void start() {
        client.talkTo(launch().awaitAddress());
        recording.add(new Recording.Ready(Instant.now()));
    }

    /// Posts the dataset that all jobs learn from.
    Workload workload(Random random) {
        var dataset = client.post("/v1/datasets", Workload.dataset(random.nextLong()))
                .orElseThrow()
                .json();
        workload = new Workload(random, dataset.get("id").stringValue());
        return workload;
    }

    void kill() {
        running().kill();
        recording.add(new Recording.Killed(Instant.now()));
    }

    /// SIGTERM.
    Duration terminate() {
        var took = running().terminate();
        recording.add(new Recording.Ended(Instant.now(), took.toMillis() / 1e3));
        return took;
    }

    private ServiceProcess running() {
        if (service == null) {
            throw new IllegalStateException("No service was started");
        }
        return service;
    }

    /// Posts jobs and looks at them, while something else happens.
    void keepBusyWhile(Runnable something) {
        isBusy = true;
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < CLIENTS; i++) {
            threads.add(Thread.ofPlatform().start(this::postWhileBusy));
        }
        threads.add(Thread.ofPlatform().start(this::lookWhileBusy));
        try {
            something.run();
        } finally {
            isBusy = false;
            threads.forEach(Driver::join);
        }
    }

    private void postWhileBusy() {
        while (isBusy) {
            if (workload == null || unfinished >= inFlight) {
                ServiceProcess.pause(Duration.ofMillis(10));
            } else if (client.post(Client.JOBS, workload.next())
                    .filter(answer -> answer.status() == 202)
                    .isPresent()) {
                unfinished++; // more or less: the next look tells
            } else {
                ServiceProcess.pause(Duration.ofMillis(20));
            }
        }
    }

    private void lookWhileBusy() {
        while (isBusy) {
            pauseOrResume(client.get(LostWork.RUNNING)
                    .map(answer -> Client.seen(answer.body()))
                    .orElse(List.of()));
            countUnfinished();
            ServiceProcess.pause(BETWEEN_LOOKS);
        }
    }

    /// Now and then a running job has to wait, until the next one has to.
    private void pauseOrResume(List<Recording.Seen> running) {
        looks++;
        if (looks % LOOKS_A_PAUSE == 0) {
            paused.forEach(this::resume);
            paused.clear();
            running.stream().limit(1).forEach(job -> {
                client.post(Client.JOBS + "/" + job.id() + "/pause");
                paused.add(job.id());
            });
        }
    }

    private void resume(String job) {
        client.post(Client.JOBS + "/" + job + "/resume");
    }

    private void countUnfinished() {
        var counts = counts();
        if (!counts.isEmpty()) {
            unfinished = counts.entrySet().stream()
                    .filter(count -> !StateTable.FINAL.contains(count.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    /// How many jobs are in each state; empty if nobody answers.
    Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        client.get(Client.JOBS + "?summary=true&pageSize=1")
                .filter(answer -> answer.status() == 200)
                .ifPresent(answer -> answer.json()
                        .get("summary")
                        .properties()
                        .forEach(state ->
                                counts.put(state.getKey(), state.getValue().longValue())));
        return counts;
    }

    /// Posts a job that is to be accepted.
    ///
    /// @return its id
    String post(String job) {
        var answer = client.post(Client.JOBS, job).orElseThrow();
        if (answer.status() != 202) {
            throw new IllegalStateException("%d: %s".formatted(answer.status(), answer.body()));
        }
        return answer.json().get("id").stringValue();
    }

    String state(String id) {
        return client.get(Client.JOBS + "/" + id)
                .orElseThrow()
                .json()
                .get("state")
                .stringValue();
    }

    /// Waits until so many jobs are in this state.
    void await(String state, long jobs, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (counts().getOrDefault(state, 0L) < jobs) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "After %s not %d jobs are %s: %s".formatted(atMost, jobs, state, counts()));
            }
            ServiceProcess.pause(Duration.ofMillis(20));
        }
    }

    /// Waits until every job has come to its end.
    void awaitEnds(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        do {
            ServiceProcess.pause(BETWEEN_LOOKS);
            client.get(Client.JOBS + "?state=paused")
                    .ifPresent(answer -> Client.seen(answer.body()).forEach(job -> resume(job.id())));
            countUnfinished();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("After %s there still are %s".formatted(atMost, counts()));
            }
        } while (unfinished > 0);
    }

    /// Starts the service, unless it runs, and waits until all jobs have come to an end, or the process has.
    boolean outlivesItsJobs() {
        var living = launch();
        while (living.isAlive()) {
            living.address().ifPresent(client::talkTo);
            unfinished = 1;
            countUnfinished();
            if (unfinished == 0) {
                return true;
            }
            ServiceProcess.pause(BETWEEN_LOOKS);
        }
        recording.add(new Recording.Killed(Instant.now()));
        return false;
    }

    private static void join(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(60));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        recording.close();
        if (service != null) {
            service.close();
        }
    }
}
