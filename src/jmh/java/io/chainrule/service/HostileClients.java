package io.chainrule.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients that hold connections and hardly use them, all on loopback: readers of events, others who never read any,
/// and senders of a byte a second. Whoever is cut comes back at once.
final class HostileClients implements AutoCloseable {

    private static final int IDLE_READERS = 400;
    private static final int DEAF_READERS = 100;
    private static final int SENDERS = 100;
    private static final int SMALLEST_BUFFER = 4096;
    private static final int BETWEEN_BYTES_MILLIS = 1000;

    private final int port;
    private final AtomicInteger cut = new AtomicInteger();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    /// @param job the one whose events they ask for
    HostileClients(int port, String job) {
        this.port = port;
        for (int i = 0; i < IDLE_READERS; i++) {
            begin(() -> read(job));
        }
        for (int i = 0; i < DEAF_READERS; i++) {
            begin(() -> neverRead(job));
        }
        for (int i = 0; i < SENDERS; i++) {
            begin(this::drip);
        }
    }

    /// How many connections the service has ended so far.
    int cut() {
        return cut.get();
    }

    @Override
    public void close() {
        clients.shutdownNow();
        clients.close();
    }

    private interface Connection {
        void use() throws IOException, InterruptedException;
    }

    private void begin(Connection connection) {
        clients.execute(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    connection.use();
                } catch (IOException _) {
                    cut.incrementAndGet();
                } catch (InterruptedException _) {
                    return;
                }
            }
        });
    }

    private void read(String job) throws IOException {
        try (var socket = connect(events(job))) {
            var buffer = new byte[256];
            var in = socket.getInputStream();
            while (in.read(buffer) >= 0) {
                // what is told is of no interest
            }
        }
    }

    private void neverRead(String job) throws IOException, InterruptedException {
        try (var socket = connect(events(job))) {
            while (true) {
                Thread.sleep(BETWEEN_BYTES_MILLIS);
                socket.getOutputStream().write(' ');
            }
        }
    }

    private void drip() throws IOException, InterruptedException {
        try (var socket = connect(
                "POST /v1/datasets HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 33000000\r\n\r\n")) {
            while (true) {
                socket.getOutputStream().write('1');
                Thread.sleep(BETWEEN_BYTES_MILLIS);
            }
        }
    }

    private static String events(String job) {
        return "GET " + RunningService.JOBS + "/" + job + "/events HTTP/1.1\r\nHost: a\r\n\r\n";
    }

    private Socket connect(String head) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(SMALLEST_BUFFER);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
