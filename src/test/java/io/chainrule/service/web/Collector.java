package io.chainrule.service.web;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// Receives spans as an OpenTelemetry collector does, by
/// [OTLP](https://opentelemetry.io/docs/specs/otlp/) over HTTP, and keeps them.
final class Collector implements AutoCloseable {

    /// Numbers of fields in the messages of OTLP.
    private static final int RESOURCE_SPANS = 1;

    private static final int SCOPE_SPANS = 2;
    private static final int SPANS = 2;
    private static final int TRACE_ID = 1;
    private static final int NAME = 5;

    private final HttpServer server;
    private final List<SentSpan> spans = new CopyOnWriteArrayList<>();

    /// @param trace its id in hexadecimal digits
    record SentSpan(String trace, String name) {}

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    List<SentSpan> spans() {
        return spans;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            Stream.of(UnknownFieldSet.parseFrom(exchange.getRequestBody()))
                    .flatMap(request -> messages(request, RESOURCE_SPANS))
                    .flatMap(resource -> messages(resource, SCOPE_SPANS))
                    .flatMap(scope -> messages(scope, SPANS))
                    .map(span -> new SentSpan(
                            HexFormat.of().formatHex(bytes(span, TRACE_ID).toByteArray()),
                            bytes(span, NAME).toStringUtf8()))
                    .forEach(spans::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Stream<UnknownFieldSet> messages(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream().map(Collector::message);
    }

    private static UnknownFieldSet message(ByteString bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static ByteString bytes(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().getFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
