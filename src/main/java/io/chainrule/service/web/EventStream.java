package io.chainrule.service.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// Server-sent events on their way to one reader.
final class EventStream {

    private final OutputStream output;

    private EventStream(OutputStream output) {
        this.output = output;
    }

    /// Says what comes, and that nobody on the way may keep it.
    static EventStream begin(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return new EventStream(response.getOutputStream());
    }

    /// Begins an event. Its data is to be written to the output in one line, and then the event to be ended.
    OutputStream begin(long id, String kind) throws IOException {
        write("id: " + id + "\nevent: " + kind + "\ndata: ");
        return output;
    }

    /// Nobody takes notice of an event before its end.
    void end() throws IOException {
        write("\n\n");
    }

    /// Something that readers skip, which shows whether they are still there.
    void comment(String text) throws IOException {
        write(": " + text + "\n\n");
    }

    void flush() throws IOException {
        output.flush();
    }

    private void write(String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
