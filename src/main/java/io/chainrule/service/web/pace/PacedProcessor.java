package io.chainrule.service.web.pace;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Tomcat's reader of requests and writer of answers, held to a [Pace]. Tomcat by itself bounds how long a client is
/// silent, so that a byte now and then would keep a connection for days.
///
/// While a request is served, somebody else looks now and then whether it waits for its client, which also shows
/// where Tomcat reads out of anybody's sight: chunk headers, trailers, and bodies that nobody wants. Whoever is too
/// slow has no more time to be silent at all: the next byte that is not there already ends the request, as silence
/// does.
final class PacedProcessor extends Http11Processor {

    private static final int NO_TIME = 1; // ms, since 0 would be for ever
    private static final long NO_REQUEST = -1;

    private final PacedProtocol protocol;
    private long looked = NO_REQUEST;
    private Arrears inSending = new Arrears();
    private Arrears inReading = new Arrears();

    PacedProcessor(PacedProtocol protocol) {
        super(protocol, protocol.getAdapter());
        this.protocol = protocol;
    }

    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
        long began = request.getStartTimeNanos();
        if (began != NO_REQUEST && !protocol.pace().allowsHeaders(System.nanoTime() - began)) {
            return SocketState.CLOSED;
        }
        protocol.begin(this);
        try {
            return super.service(connection);
        } finally {
            protocol.end(this);
        }
    }

    /// @param nanos since the last look
    void look(long nanos) {
        if (!(getSocketWrapper() instanceof NioSocketWrapper connection)) {
            return;
        }
        if (looked != request.getStartTimeNanos()) {
            looked = request.getStartTimeNanos();
            inSending = new Arrears();
            inReading = new Arrears();
        }
        inSending.add(
                connection.interestOpsHas(SelectionKey.OP_READ) ? nanos : 0, request.getBytesRead(), protocol.pace());
        if (inSending.areBeyond(protocol.pace())) {
            connection.setReadTimeout(NO_TIME);
        }
        inReading.add(
                connection.interestOpsHas(SelectionKey.OP_WRITE) ? nanos : 0,
                response.getContentWritten(),
                protocol.pace());
        if (inReading.areBeyond(protocol.pace())) {
            connection.setWriteTimeout(NO_TIME);
        }
    }
}
