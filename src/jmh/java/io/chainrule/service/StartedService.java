package io.chainrule.service;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The service as its image has it: a process of its own that runs an extracted jar.
final class StartedService implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String address;
    private final long began;

    private StartedService(Process process, String address, long began) {
        this.process = process;
        this.address = address;
        this.began = began;
    }

    /// @param application the folder of `chainrule.jar` and its libraries
    /// @param options of `java`
    /// @param directory of its data
    static StartedService start(Path application, List<String> options, Path directory) throws IOException {
        int port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of("-jar", "chainrule.jar", "--server.port=" + port, "--chainrule.data-directory=" + directory));
        var builder = new ProcessBuilder(command)
                .directory(application.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long began = System.nanoTime();
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new StartedService(process, "http://127.0.0.1:" + port, began);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Waits until it is ready.
    ///
    /// @return how long that was since its start
    Duration awaitReadiness() throws InterruptedException {
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The service has ended before it was ready");
            }
            Thread.sleep(GLANCE);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send(request("/actuator/health/readiness")).statusCode() == 200;
        } catch (IOException _) {
            return false; // nobody listens yet
        }
    }

    /// Posts a job and waits for the answer that shows its result.
    ///
    /// @return how long that took
    Duration run(String job) throws IOException, InterruptedException {
        long posted = System.nanoTime();
        var accepted = send(request(RunningService.JOBS)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(job)));
        var path = accepted.headers().firstValue("Location").orElseThrow();
        var state = "queued";
        while (!state.equals("succeeded")) {
            state = state(path);
            if (state.equals("failed")) {
                throw new IllegalStateException("The job has failed: " + path);
            }
        }
        return Duration.ofNanos(System.nanoTime() - posted);
    }

    /// As soon as something has happened to the job.
    private String state(String path) throws IOException, InterruptedException {
        var answer = send(request(path).header("Prefer", "wait=10"));
        return JSON.readTree(answer.body()).get("state").stringValue();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// As an orchestrator does it, so that the next start finds a database that was closed.
    @Override
    public void close() {
        client.shutdownNow();
        process.destroy();
        process.onExit().join();
    }
}
