package io.chainrule.service.web.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets short answers leave in one piece and with their length. Whoever writes an answer flushes it at once, so that it
/// would go in chunks, and its end in a packet of its own. Streams of events are sent as they come.
@Component
@Order(WholeAnswers.ORDER)
final class WholeAnswers extends OncePerRequestFilter {

    /// Behind the filters that write answers of their own.
    static final int ORDER = 10;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new WholeResponse(response));
    }

    /// The container sends what does not fit into its buffer, and all at the end.
    private static final class WholeResponse extends HttpServletResponseWrapper {

        private @Nullable ServletOutputStream body;

        WholeResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (body == null) {
                body = new WholeBody(super.getOutputStream(), this);
            }
            return body;
        }

        @Override
        public void flushBuffer() throws IOException {
            if (isStream()) {
                super.flushBuffer();
            }
        }

        boolean isStream() {
            var type = getContentType();
            return type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
        }
    }

    private static final class WholeBody extends ServletOutputStream {

        private final ServletOutputStream body;
        private final WholeResponse response;

        WholeBody(ServletOutputStream body, WholeResponse response) {
            this.body = body;
            this.response = response;
        }

        @Override
        public void write(int octet) throws IOException {
            body.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            body.write(octets, offset, length);
        }

        @Override
        public void flush() throws IOException {
            if (response.isStream()) {
                body.flush();
            }
        }

        @Override
        public void close() throws IOException {
            body.close();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            body.setWriteListener(listener);
        }
    }
}
