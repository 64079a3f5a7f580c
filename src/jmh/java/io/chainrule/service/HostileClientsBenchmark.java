package io.chainrule.service;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/// What others notice of 500 who follow a job to which nothing happens, a hundred of whom never read, and of a hundred
/// senders of a byte a second: the 99th percentile of their requests with and without them, and how much heap these
/// take.
///
/// Others ask for a gradient, a job and a page of the list, fifty times a second each, whether they have been answered
/// or not; what they wait counts from the instant at which they meant to ask. One job trains throughout. Client and
/// service share a process, so the heap includes the client's part. With the argument `training` the five hundred
/// follow the job that trains, from its first event. It ends by itself after a minute and a half.
public final class HostileClientsBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration MEASUREMENT = Duration.ofSeconds(10);
    private static final int ROUNDS = 3;
    private static final int ASKED_A_SECOND = 50;

    private static final String GRADIENT = """
            {"expression": "1/(1+exp(-(w1*x1+w2*x2)))+0.5*(w1^2+w2^2)", "at": {"w1": 0.3, "w2": -0.5, "x1": 0.2, "x2": 0.4}}
            """;
    private static final String ENDLESS = """
            {"dataset": "sample-two-clouds", "epochs": 100000, "batchSize": 1,
             "model": {"type": "mlp", "hidden": [128, 128]}}
            """;

    private final RunningService service;
    private final String training;
    private final String followed;

    private HostileClientsBenchmark(RunningService service, boolean isLively) throws IOException, InterruptedException {
        this.service = service;
        this.training = post();
        this.followed = isLively ? training : post();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var service = new RunningService("--chainrule.jobs.parallel=1")) {
            new HostileClientsBenchmark(service, arguments.length > 0 && arguments[0].equals("training")).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        ask(WARM_UP);
        var quiet = new ArrayList<Long>();
        var hostile = new ArrayList<Long>();
        for (int round = 1; round <= ROUNDS; round++) {
            long before = usedHeap();
            var without = ask(MEASUREMENT);
            try (var clients = new HostileClients(service.port(), followed)) {
                Thread.sleep(2000);
                long growth = usedHeap() - before;
                var with = ask(MEASUREMENT);
                System.out.printf(
                        "round %d: p99 %.1f ms quiet, %.1f ms with hostile clients; heap %+.1f MiB, later %+.1f; %d cut%n",
                        round,
                        percentile99(without),
                        percentile99(with),
                        growth / 0x1p20,
                        (usedHeap() - before) / 0x1p20,
                        clients.cut());
                hostile.addAll(with);
            }
            quiet.addAll(without);
        }
        System.out.printf(
                "p99 %.1f ms quiet, %.1f ms with hostile clients, ratio %.2f%n",
                percentile99(quiet), percentile99(hostile), percentile99(hostile) / percentile99(quiet));
    }

    private String post() throws IOException, InterruptedException {
        return service.post(RunningService.JOBS, ENDLESS).get("id").stringValue();
    }

    private interface Request {
        void send() throws IOException, InterruptedException;
    }

    /// Nanoseconds that each request took.
    private List<Long> ask(Duration time) throws InterruptedException {
        List<Request> mix = List.of(
                () -> service.get(RunningService.JOBS + "/" + training),
                () -> service.post("/v1/gradients", GRADIENT),
                () -> service.get(RunningService.JOBS + "?pageSize=20"));
        var taken = new ConcurrentLinkedQueue<Long>();
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            for (int tick = 0; tick < time.toSeconds() * ASKED_A_SECOND; tick++) {
                long due = began + tick * 1_000_000_000L / ASKED_A_SECOND;
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                for (var request : mix) {
                    others.submit(() -> {
                        request.send();
                        return taken.add(System.nanoTime() - due);
                    });
                }
            }
        }
        if (taken.size() < time.toSeconds() * ASKED_A_SECOND * mix.size()) {
            throw new IllegalStateException("Some requests were not answered");
        }
        return List.copyOf(taken);
    }

    /// In milliseconds.
    private static double percentile99(List<Long> nanos) {
        return nanos.stream()
                        .sorted()
                        .skip(nanos.size() * 99L / 100)
                        .findFirst()
                        .orElseThrow()
                / 1e6;
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
