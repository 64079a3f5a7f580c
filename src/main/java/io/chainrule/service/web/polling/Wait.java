package io.chainrule.service.web.polling;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long a client lets an answer wait for news (RFC 7240): `Prefer: wait=20`.
record Wait(Duration atMost) {

    static final String PREFER = "Prefer";
    static final String APPLIED = "Preference-Applied";
    static final int MOST_SECONDS = 60;

    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?=$|[,;])", Pattern.CASE_INSENSITIVE);

    /// What the request prefers, but at most a minute; empty if it does not, or not in a way that can be understood.
    static Optional<Wait> askedBy(HttpServletRequest request) {
        var matcher = WAIT.matcher(String.join(",", Collections.list(request.getHeaders(PREFER))));
        return matcher.find()
                ? Optional.of(new Wait(Duration.ofSeconds(Math.min(MOST_SECONDS, Long.parseLong(matcher.group(1))))))
                : Optional.empty();
    }

    /// As it stands in `Preference-Applied`.
    String applied() {
        return "wait=" + atMost.toSeconds();
    }
}
