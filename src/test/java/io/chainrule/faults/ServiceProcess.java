package io.chainrule.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The service as a process of its own, on a port of its own, that is there to be killed.
final class ServiceProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final Path log;

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Returns at once, long before the service answers.
    ///
    /// @param settings as on the command line, without `--`
    static ServiceProcess start(Class<?> main, Path directory, String... settings) {
        return start(
                List.of(
                        "-XX:TieredStopAtLevel=1", // starts sooner
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        main.getName()),
                directory,
                settings);
    }

    /// The classes of this build and what they need.
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /// Returns at once, long before the service answers.
    ///
    /// @param application what `java` is to run, and how
    /// @param settings as on the command line, without `--`
    static ServiceProcess start(List<String> application, Path directory, String... settings) {
        try {
            makeFolder(directory);
            var log = Files.createTempFile(directory, "service", ".log");
            var process = new ProcessBuilder(command(application, directory, settings))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new ServiceProcess(process, log);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static void makeFolder(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> command(List<String> application, Path directory, String... settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(application);
        command.addAll(
                List.of("--server.port=0", "--chainrule.samples=false", "--chainrule.data-directory=" + directory));
        Arrays.stream(settings).map("--"::concat).forEach(command::add);
        return command;
    }

    /// Waits until the service listens.
    ///
    /// @return where
    URI awaitAddress() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var address = address();
            if (address.isPresent()) {
                return address.get();
            }
            if (!process.isAlive()) {
                break;
            }
            pause(Duration.ofMillis(20));
        }
        throw new IllegalStateException("The service has not started:\n" + output());
    }

    /// Where it listens, empty if it does not yet.
    Optional<URI> address() {
        var port = PORT.matcher(output());
        return port.find() ? Optional.of(URI.create("http://127.0.0.1:" + port.group(1))) : Optional.empty();
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Of all cores together, since it was started.
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /// `kill -9`.
    void kill() {
        process.destroyForcibly();
        await(PATIENCE);
    }

    /// SIGTERM, and waits until the process is gone.
    Duration terminate() {
        long began = System.nanoTime();
        process.destroy();
        await(PATIENCE);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /// @param name of a signal, as of `kill`
    void signal(String name) {
        try {
            var sent = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start();
            if (sent.waitFor() != 0) {
                throw new IllegalStateException("The signal %s is not sent".formatted(name));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /// Waits for the process to end by itself.
    void await(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The process has not ended within " + atMost);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
