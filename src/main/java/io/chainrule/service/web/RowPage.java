package io.chainrule.service.web;

import io.chainrule.service.job.InvalidPageTokenException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Consecutive rows of a table: from one up to, and not including, another.
record RowPage(int from, int to, @Nullable String nextToken) {

    static RowPage of(@Nullable String token, int size, int rows) {
        int from = token == null ? 0 : row(token);
        if (from > rows) {
            throw new InvalidPageTokenException(String.valueOf(token));
        }
        int to = Math.min(rows - from, size) + from;
        return new RowPage(from, to, to < rows ? token(to) : null);
    }

    /// Where the next page is, as a `Link` header says it.
    @Nullable
    String nextLink() {
        return PageLinks.next(nextToken);
    }

    private static String token(int row) {
        var text = "row:" + row;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int row(String token) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int row = Integer.parseInt(text.substring(text.indexOf(':') + 1));
            if (row > 0 && token(row).equals(token)) {
                return row;
            }
        } catch (IllegalArgumentException _) {
            // refused below, like every other token that is not ours
        }
        throw new InvalidPageTokenException(token);
    }
}
