package io.chainrule.service.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Server-sent events as a reader takes them from the wire: complete ones only.
record ReadEvents(List<Event> events) {

    private static final Pattern EVENT = Pattern.compile("id: (\\d+)\nevent: ([a-z]+)\ndata: (.*)\n\n");

    record Event(long id, String kind, String data) {}

    static ReadEvents of(String text) {
        var events = new ArrayList<Event>();
        var matcher = EVENT.matcher(text);
        while (matcher.find()) {
            events.add(new Event(Long.parseLong(matcher.group(1)), matcher.group(2), matcher.group(3)));
        }
        return new ReadEvents(events);
    }

    /// Reads so many bytes of a stream and leaves without a word.
    static ReadEvents cut(int port, String path, long lastEventId, int bytes) throws IOException {
        var request = "GET " + path + " HTTP/1.0\r\nHost: a\r\nLast-Event-ID: " + lastEventId + "\r\n\r\n";
        try (var socket = RawClient.send(port, request)) {
            return of(new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8));
        }
    }

    List<Long> ids() {
        return events.stream().map(Event::id).toList();
    }

    List<String> kinds() {
        return events.stream().map(Event::kind).toList();
    }
}
