package io.chainrule.service.web.request;

import io.chainrule.service.web.problem.BodyTooLarge;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets no controller read more of a body than its address allows, whatever the headers say of its length.
@Component
@Order(LimitedBodies.ORDER)
public class LimitedBodies extends OncePerRequestFilter {

    /// Comes before all filters that read bodies.
    public static final int ORDER = 0;

    private final BodyLimits limits;

    LimitedBodies(BodyLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limits.bytes(request.getRequestURI());
        request.setAttribute(BodyTooLarge.LIMIT, limit);
        chain.doFilter(new LimitedRequest(request, limit), response);
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long limit;
        private @Nullable ServletInputStream body;

        LimitedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > limit) {
                throw BodyTooLarge.beyond(limit);
            }
            if (body == null) {
                body = new LimitedStream(super.getInputStream(), limit);
            }
            return body;
        }
    }
}
