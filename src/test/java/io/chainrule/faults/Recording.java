package io.chainrule.faults;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a driver did and what it was told, line by line in a file: all that the checker knows of it.
final class Recording implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BufferedWriter file;

    /// @param file to be written, or gone on with
    Recording(Path file) {
        try {
            this.file = Files.newBufferedWriter(
                    file, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    sealed interface Entry {

        Instant at();
    }

    /// A process was started.
    record Started(Instant at) implements Entry {}

    /// It answers.
    record Ready(Instant at) implements Entry {}

    /// It was killed; no instruction of it ran later.
    record Killed(Instant at) implements Entry {}

    /// It was told to end, and has.
    record Ended(Instant at, double seconds) implements Entry {}

    record Asked(
            Instant at,
            String request,
            String method,
            String path,
            @Nullable String body) implements Entry {}

    /// @param jobs that the answer tells of
    record Answered(Instant at, String request, int status, List<Seen> jobs) implements Entry {}

    /// Nobody knows what has become of the request.
    record Unanswered(Instant at, String request, String reason) implements Entry {}

    /// A job as an answer shows it.
    record Seen(
            String id,
            String state,
            long version,
            int attempt,
            @Nullable Integer checkpointEpoch,
            @Nullable String parametersHash) {}

    synchronized void add(Entry entry) {
        try {
            file.write(JSON.writerFor(Entry.class).writeValueAsString(entry));
            file.newLine();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static List<Entry> read(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> JSON.readValue(line, Entry.class)).toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
