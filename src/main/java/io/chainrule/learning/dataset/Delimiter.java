package io.chainrule.learning.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Finds out what stands between the values of a CSV file: what splits the first lines into equally many, and most,
/// values.
final class Delimiter {

    /// Bytes that are looked at.
    static final int SEEN = 1 << 16;

    private static final String CANDIDATES = ",;\t|";
    private static final int LINES = 10;

    private Delimiter() {}

    /// Leaves the stream where it was.
    static char of(InputStream bytes) throws IOException {
        bytes.mark(SEEN);
        var beginning = bytes.readNBytes(SEEN);
        bytes.reset();
        var charset = charset(beginning);
        var text = new String(beginning, charset);
        if (text.indexOf('\0') >= 0) {
            throw Problems.of(Problem.ofWhole("This is no text file: save the table as CSV in UTF-8"));
        }
        return of(text, beginning.length == SEEN);
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }

    private static char of(String text, boolean isCut) {
        char best = ',';
        int most = 0;
        for (int i = 0; i < CANDIDATES.length(); i++) {
            char candidate = CANDIDATES.charAt(i);
            var counts = counts(text, candidate, isCut);
            int first = counts.isEmpty() ? 0 : counts.getFirst();
            long alike = counts.stream().filter(count -> count == first).count();
            int score = first == 0 ? 0 : (alike == counts.size() ? 1_000_000 : 0) + first;
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /// How often a character stands outside quotes, line by line.
    private static List<Integer> counts(String text, char candidate, boolean isCut) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int count = 0;
        int length = 0;
        for (int i = 0; i < text.length() && counts.size() < LINES; i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (quoted || (c != '\n' && c != '\r')) {
                count += !quoted && c == candidate ? 1 : 0;
                length++;
            } else if (length > 0) {
                counts.add(count);
                count = 0;
                length = 0;
            }
        }
        if (length > 0 && counts.size() < LINES && (!isCut || counts.isEmpty())) {
            counts.add(count);
        }
        return counts;
    }
}
