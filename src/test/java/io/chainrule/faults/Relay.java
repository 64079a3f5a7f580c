package io.chainrule.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/// A line to a server on this machine, which can be cut, or fall silent, and be mended.
final class Relay implements AutoCloseable {

    private static final int WAITING = 100;
    private static final int BUFFER = 8192;

    private enum Condition {
        WHOLE,
        CUT,
        SILENT
    }

    private final int server;
    private final ServerSocket entrance;
    private final Set<Wire> wires = new HashSet<>();
    private Condition condition = Condition.WHOLE;

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
        condition = Condition.CUT;
        wires.forEach(Wire::close);
        wires.clear();
    }

    /// Swallows what is sent, on both sides, which nobody is told of, nor that the other side has gone. So it stays for
    /// these connections and for those that are made meanwhile, as if a firewall had forgotten them.
    synchronized void silence() {
        condition = Condition.SILENT;
        wires.forEach(wire -> wire.isSilent = true);
    }

    /// Connections that are made from now on work.
    synchronized void mend() {
        condition = Condition.WHOLE;
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
        if (condition == Condition.CUT) {
            client.close();
            return;
        }
        try {
            var wire = new Wire(client, new Socket(InetAddress.getLoopbackAddress(), server));
            wire.isSilent = condition == Condition.SILENT;
            wires.add(wire);
            Thread.ofVirtual().start(() -> carry(wire, wire.client, wire.there));
            Thread.ofVirtual().start(() -> carry(wire, wire.there, wire.client));
        } catch (IOException refused) {
            client.close();
            throw refused;
        }
    }

    private void carry(Wire wire, Socket from, Socket to) {
        var buffer = new byte[BUFFER];
        try {
            int length = from.getInputStream().read(buffer);
            while (length >= 0) {
                if (!wire.isSilent) {
                    to.getOutputStream().write(buffer, 0, length);
                }
                length = from.getInputStream().read(buffer);
            }
        } catch (IOException _) {
            // cut, or one of both has gone
        } finally {
            end(wire);
        }
    }

    private synchronized void end(Wire wire) {
        if (!wire.isSilent) {
            wires.remove(wire);
            wire.close();
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

    /// A connection, both of its ends.
    private static final class Wire {

        private final Socket client;
        private final Socket there;
        private volatile boolean isSilent;

        Wire(Socket client, Socket there) throws IOException {
            this.client = client;
            this.there = there;
            client.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
        }

        void close() {
            try (client;
                    there) {
                isSilent = false;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
