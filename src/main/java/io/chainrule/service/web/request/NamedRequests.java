package io.chainrule.service.web.request;

import io.chainrule.service.web.problem.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives every request a name, which its answer and all that is logged meanwhile bear. With `debug` there is a line for
/// each.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // within the trace of the request
class NamedRequests extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(NamedRequests.class);
    private static final long NANOS = 1_000_000;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = RequestId.of(request.getHeader(RequestId.HEADER));
        response.setHeader(RequestId.HEADER, id);
        long began = System.nanoTime();
        try (var _ = MDC.putCloseable("requestId", id)) {
            chain.doFilter(request, response);
            LOG.debug(
                    "{} {} answered {} in {} ms",
                    request.getMethod(),
                    request.getRequestURI(),
                    response.getStatus(),
                    (System.nanoTime() - began) / NANOS);
        }
    }
}
