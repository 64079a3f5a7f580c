package io.chainrule.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/// A line to a server on this machine, which can be cut and mended.
final class Relay implements AutoCloseable {

    private static final int WAITING = 100;

    private final int server;
    private final ServerSocket entrance;
    private final Set<Socket> open = new HashSet<>();
    private boolean isCut;

    /// @param server the port to which the line leads
    Relay(int server) {
        this.server = server;
        try {
            this.entrance = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /// Ends all connections; new ones end at once.
    synchronized void cut() {
        isCut = true;
        open.forEach(Relay::close);
        open.clear();
    }

    synchronized void mend() {
        isCut = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException _) {
                // closed, or the server refuses: the client sees a connection that ends
            }
        }
    }

    private synchronized void connect(Socket client) throws IOException {
        if (isCut) {
            close(client);
            return;
        }
        open.add(client);
        try {
            var there = new Socket(InetAddress.getLoopbackAddress(), server);
            there.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            open.add(there);
            Thread.ofVirtual().start(() -> carry(client, there));
            Thread.ofVirtual().start(() -> carry(there, client));
        } catch (IOException refused) {
            close(client);
            throw refused;
        }
    }

    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // cut, or one of both has gone
        } finally {
            end(from);
            end(to);
        }
    }

    private synchronized void end(Socket socket) {
        open.remove(socket);
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
