package io.chainrule.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Tells browsers with every answer that it may run no script but files of this service, ask no other host, and be
/// framed by nobody ([Content Security Policy](https://www.w3.org/TR/CSP3/)); and that what may be somebody's own is
/// kept for nobody else, and by nobody without asking again.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ContentPolicy extends OncePerRequestFilter {

    private static final String API = "/v1";

    private static final String OWN = "default-src 'self'; img-src 'self' data: blob:; object-src 'none';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// Swagger UI sets style attributes.
    private static final String OWN_WITH_STYLES = OWN + "; style-src 'self' 'unsafe-inline'";

    /// Reports and pictures that are opened by themselves can do nothing but be seen, in the style they bring.
    private static final String HARMLESS =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy(request.getRequestURI()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (request.getRequestURI().startsWith(API)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        chain.doFilter(request, response);
    }

    /// What the container refuses is told by an answer of ours, too.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String policy(String path) {
        if (path.startsWith(API + "/")) {
            return HARMLESS;
        }
        return path.startsWith("/swagger-ui") ? OWN_WITH_STYLES : OWN;
    }
}
