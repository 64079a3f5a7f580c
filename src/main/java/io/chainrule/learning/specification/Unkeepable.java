package io.chainrule.learning.specification;

import org.jspecify.annotations.Nullable;

/// The texts that could not be given back as they came: databases refuse U+0000, and UTF-8 cannot say half a character.
public final class Unkeepable {

    private Unkeepable() {}

    /// What a text holds that cannot be kept, or null if it can be.
    public static @Nullable String part(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return "the character U+0000";
            }
            if (Character.isSurrogate(unit)) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return "half of a surrogate pair, \\u%04x".formatted((int) unit);
                }
                i++;
            }
        }
        return null;
    }
}
