package io.chainrule.service.drawing;

/// Text of others, made fit to be shown: nothing in it can break out of a line, reorder what stands around it, or grow
/// without end.
public final class PlainText {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final String ELLIPSIS = "…";

    private PlainText() {}

    /// The text with a replacement character for whatever has no shape of its own: control characters, direction
    /// overrides, halves of characters.
    public static String of(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> shown.appendCodePoint(hasShape(point) ? point : REPLACEMENT));
        return shown.toString();
    }

    /// The text as above, cut to at most so many characters.
    public static String of(String text, int most) {
        var shown = of(text);
        if (shown.codePointCount(0, shown.length()) <= most) {
            return shown;
        }
        return shown.substring(0, shown.offsetByCodePoints(0, most - 1)) + ELLIPSIS;
    }

    /// The text as above, cut to at most this width.
    public static String of(String text, Lettering lettering, double width) {
        var shown = of(text, (int) Math.max(1, width));
        if (lettering.width(shown) <= width) {
            return shown;
        }
        int fits = 0;
        int tooMany = shown.codePointCount(0, shown.length());
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            if (lettering.width(head(shown, middle)) <= width) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return head(shown, fits);
    }

    private static String head(String text, int points) {
        return text.substring(0, text.offsetByCodePoints(0, points)) + ELLIPSIS;
    }

    private static boolean hasShape(int point) {
        if (point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
