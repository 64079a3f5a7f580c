package io.chainrule.service.web.access;

import io.chainrule.service.access.Quotas;
import jakarta.servlet.http.HttpServletResponse;

/// Whether a request may go on, and what its owner has left.
///
/// @param remaining requests that could come at once now
/// @param untilFull seconds until as many can come at once as ever
record Permit(boolean isGranted, long remaining, long untilFull) {

    private static final String NAME = "\"requests\"";

    /// Tells it in the header fields of draft-ietf-httpapi-ratelimit-headers, so that clients can slow down before they
    /// are refused.
    void tell(Quotas quotas, HttpServletResponse answer) {
        long window = Math.ceilDiv(quotas.burst(), quotas.requestsPerSecond());
        answer.setHeader("RateLimit-Policy", NAME + ";q=" + quotas.burst() + ";w=" + window);
        answer.setHeader("RateLimit", NAME + ";r=" + remaining + ";t=" + untilFull);
    }
}
