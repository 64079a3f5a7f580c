package io.chainrule.service.store;

import io.chainrule.service.job.InvalidPageTokenException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/// The last item of a page; the next one begins with what is older. Opaque to clients. Nothing is older than
/// 1970, where the times of some databases do not reach as far back as those of Java.
record PageToken(Instant createdAt, String id) {

    static PageToken of(String text) {
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            if (colon < 0) {
                throw new InvalidPageTokenException(text);
            }
            var micros = Long.parseLong(decoded.substring(0, colon));
            var token = new PageToken(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), decoded.substring(colon + 1));
            if (micros < 0 || !token.text().equals(text)) {
                throw new InvalidPageTokenException(text);
            }
            return token;
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException unreadable) {
            throw new InvalidPageTokenException(text);
        }
    }

    String text() {
        var decoded = ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + ":" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(decoded.getBytes(StandardCharsets.UTF_8));
    }
}
