package io.chainrule.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Reads the events of a job as a client whose line is cut now and then: it goes on behind the last event that came
/// whole.
final class EventReader {

    private static final String ID = "id: ";

    private final HttpClient http = HttpClient.newHttpClient();
    private URI events;
    private final List<Long> ids = new ArrayList<>();

    EventReader(URI events) {
        this.events = events;
    }

    /// Reads from now on at another address.
    void goOnAt(URI elsewhere) {
        events = elsewhere;
    }

    /// The ids of all that came, in the order of their coming.
    List<Long> ids() {
        return List.copyOf(ids);
    }

    /// Reads until the line is cut, or the stream ends.
    ///
    /// @return the status of the answer
    int read(Duration untilCut) {
        var last = ids.isEmpty() ? "0" : ids.getLast().toString();
        var request = HttpRequest.newBuilder(events)
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", last)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofInputStream());
            var cut = CompletableFuture.delayedExecutor(untilCut.toMillis(), TimeUnit.MILLISECONDS);
            cut.execute(() -> close(answer.body()));
            take(answer.body());
            return answer.statusCode();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyCut) {
            throw new UncheckedIOException(alreadyCut);
        }
    }

    /// An event that is not ended by an empty line has not come.
    private void take(InputStream body) {
        var text = new StringBuilder();
        try {
            for (int next = body.read(); next >= 0; next = body.read()) {
                text.append((char) next); // ids are ASCII
                if (text.length() > 1 && text.substring(text.length() - 2).equals("\n\n")) {
                    text.toString()
                            .lines()
                            .filter(line -> line.startsWith(ID))
                            .forEach(line -> ids.add(Long.valueOf(line.substring(ID.length()))));
                    text.setLength(0);
                }
            }
        } catch (IOException _) {
            // the line is cut
        }
    }
}
