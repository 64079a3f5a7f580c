package io.chainrule.service.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Sends requests byte by byte, as no HTTP client would.
final class RawClient {

    private static final int PATIENCE = 20_000; // milliseconds

    private RawClient() {}

    /// A connection to the service here, over which this was sent.
    static Socket send(int port, String text) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /// All that is answered to this until the service ends the connection.
    static String answer(int port, String text) throws IOException {
        try (var socket = send(port, text)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
