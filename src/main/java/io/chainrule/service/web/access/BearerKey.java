package io.chainrule.service.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// The key that a request brings in its header `Authorization: Bearer <key>`.
final class BearerKey {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([!-~]{1,500})");

    private BearerKey() {}

    /// The key; null if there is none, or what there is is none.
    static @Nullable String of(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.size() != 1) {
            return null;
        }
        var matcher = BEARER.matcher(headers.getFirst().strip());
        return matcher.matches() ? matcher.group(1) : null;
    }

    /// Whether a request says anything of who sends it.
    static boolean isSent(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }
}
