package io.chainrule.learning.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/// Many texts in one array of bytes, since millions of strings would not fit. The empty text stands for a missing one.
final class Texts {

    /// UTF-8 bytes are in the order of code points; `String.compareTo` is not, beyond U+FFFF.
    static final Comparator<String> BY_CODE_POINT =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private static final Set<String> MISSING = Set.of("", "NA", "NaN", "null", "?");

    private final byte[] bytes;
    private final int[] ends;

    private Texts(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    static boolean isMissing(String text) {
        return text.length() <= 4 && MISSING.contains(text);
    }

    int size() {
        return ends.length;
    }

    boolean isMissing(int row) {
        return ends[row] == start(row);
    }

    String get(int row) {
        return new String(bytes, start(row), ends[row] - start(row), StandardCharsets.UTF_8);
    }

    /// The different texts, missing ones not counted; more than `most` are not looked for.
    Set<String> distinct(int most) {
        Set<String> distinct = new HashSet<>();
        for (int row = 0; row < size() && distinct.size() <= most; row++) {
            if (!isMissing(row)) {
                distinct.add(get(row));
            }
        }
        return distinct;
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /// Collects texts in the order of the rows.
    static final class Builder {

        private byte[] bytes = new byte[256];
        private int[] ends = new int[32];
        private int size;

        /// Adds a text, or a missing one if it is a marker for that.
        void add(String text) {
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, size + (size >> 1));
            }
            var encoded = isMissing(text) ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
            int start = size == 0 ? 0 : ends[size - 1];
            int end = Math.addExact(start, encoded.length);
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, (int)
                        Math.min(Integer.MAX_VALUE - 8L, bytes.length * 3L / 2)));
            }
            System.arraycopy(encoded, 0, bytes, start, encoded.length);
            ends[size++] = end;
        }

        int size() {
            return size;
        }

        Texts build() {
            return new Texts(Arrays.copyOf(bytes, size == 0 ? 0 : ends[size - 1]), Arrays.copyOf(ends, size));
        }
    }
}
