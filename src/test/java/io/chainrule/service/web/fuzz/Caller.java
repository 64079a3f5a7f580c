package io.chainrule.service.web.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// Somebody who sends requests through the network, with headers of their own in all of them, a key for example.
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final Map<String, String> headers;

    Caller(URI service, Map<String, String> headers) {
        this.service = service;
        this.headers = headers;
    }

    Answer ask(Question question) throws IOException, InterruptedException {
        var uri = service + question.path() + (question.query().isEmpty() ? "" : "?" + question.query());
        var body = question.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(question.body());
        var request = HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE).method(question.method(), body);
        headers.forEach(request::setHeader);
        question.headers().forEach(request::setHeader);
        var response = client.send(request.build(), BodyHandlers.ofInputStream());
        var isStream = response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        try (var stream = response.body()) {
            var octets = isStream ? firstEvent(stream) : stream.readAllBytes();
            return new Answer(response.statusCode(), response.headers(), new String(octets, StandardCharsets.UTF_8));
        }
    }

    /// A stream of events ends when its job does, which is not waited for.
    private static byte[] firstEvent(InputStream stream) throws IOException {
        var event = new ByteArrayOutputStream();
        int last = 0;
        for (int octet = stream.read(); octet >= 0; octet = stream.read()) {
            event.write(octet);
            if (octet == '\n' && last == '\n') {
                break;
            }
            last = octet;
        }
        return event.toByteArray();
    }
}
