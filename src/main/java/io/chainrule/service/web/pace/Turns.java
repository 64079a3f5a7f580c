package io.chainrule.service.web.pace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets every request wait behind those of other clients that came before it.
///
/// Tomcat answers what has come on a connection one after the other in one virtual thread, and nothing takes a
/// processor away from a virtual thread that does not wait. So clients that ask without a pause, as many as there are
/// processors, kept all others waiting for hundreds of requests.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Turns extends OncePerRequestFilter {

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // answers are the same without it, they only come later
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Thread.currentThread().isVirtual()) {
            Thread.yield();
        }
        chain.doFilter(request, response);
    }
}
