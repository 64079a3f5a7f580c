package io.chainrule.learning.specification;

/// One thing wrong with a specification, and where.
///
/// @param pointer RFC 6901, relative to the object that was refused: `/hidden/0`, or empty for the whole
public record Violation(String pointer, String detail) {

    public Violation {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("A JSON pointer starts with / but this one is " + pointer);
        }
    }

    /// The same, seen from an object that holds the refused one under `prefix`.
    public Violation under(String prefix) {
        return new Violation(prefix + pointer, detail);
    }

    /// A pointer of these steps, escaped.
    public static String pointer(Object... steps) {
        var pointer = new StringBuilder();
        for (var step : steps) {
            pointer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
