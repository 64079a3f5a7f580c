package io.chainrule.faults;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// One of several processes that share a database, however often it is killed and started again.
final class Replica implements AutoCloseable {

    private final Path directory;
    private final Recording recording;
    private final String[] settings;
    private final Client client;
    private volatile ServiceProcess process;
    private volatile boolean isReady;

    private Replica(Path directory, Recording recording, String... settings) {
        this.directory = directory;
        this.recording = recording;
        this.settings = settings;
        this.client = new Client(recording);
        this.process = launched();
    }

    /// A process that is started, without waiting for it.
    static Replica launch(Path directory, Recording recording, String... settings) {
        return new Replica(directory, recording, settings);
    }

    private ServiceProcess launched() {
        recording.add(new Recording.Started(Instant.now()));
        isReady = false;
        return ServiceProcess.start(ShiftedService.class, directory, settings);
    }

    /// Starts it once more, without waiting for it.
    void relaunch() {
        process = launched();
    }

    void await() {
        ready(process.awaitAddress());
    }

    /// Whether it answers, or would, if it were not stopped.
    boolean isReady() {
        if (!isReady) {
            process.address().ifPresent(this::ready);
        }
        return isReady && process.isAlive();
    }

    private void ready(URI address) {
        client.talkTo(address);
        isReady = true;
    }

    Client client() {
        return client;
    }

    String output() {
        return process.output();
    }

    void kill() {
        process.kill();
        recording.add(new Recording.Killed(Instant.now()));
    }

    /// Starts it once more if it has died by itself.
    ///
    /// @return whether it had
    boolean relaunchIfDead() {
        if (process.isAlive()) {
            return false;
        }
        recording.add(new Recording.Killed(Instant.now()));
        relaunch();
        return true;
    }

    /// SIGTERM.
    Duration terminate() {
        var took = process.terminate();
        recording.add(new Recording.Ended(Instant.now(), took.toMillis() / 1e3));
        return took;
    }

    /// SIGSTOP: it does not notice that time goes by.
    void suspend() {
        process.signal("STOP");
    }

    /// SIGCONT.
    void resume() {
        process.signal("CONT");
    }

    @Override
    public void close() {
        process.close();
    }
}
