package io.chainrule.service.web.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    private static final class WholeResponse extends ForwardedResponse {

        WholeResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        protected ServletOutputStream through(ServletOutputStream body) {
            return new ForwardedBody(body) {
                @Override
                public void flush() throws IOException {
                    if (isStream()) {
                        super.flush();
                    }
                }
            };
        }

        @Override
        public void flushBuffer() throws IOException {
            if (isStream()) {
                super.flushBuffer();
            }
        }

        private boolean isStream() {
            var type = getContentType();
            return type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
        }
    }
}
