package io.chainrule.service.drawing;

import org.jspecify.annotations.Nullable;

/// How somebody wants to have a picture; a side that is absent follows from the other.
public record Appearance(
        Theme theme, @Nullable Integer width, @Nullable Integer height) {

    public static final Appearance DEFAULT = new Appearance(Theme.LIGHT, null, null);

    public Appearance in(Theme theme) {
        return new Appearance(theme, width, height);
    }

    Size sizeOf(Picture picture) {
        var natural = picture.size();
        if (width != null && height != null) {
            return new Size(width, height);
        }
        if (width != null) {
            return picture.sizeOfWidth(width).rounded();
        }
        if (height != null) {
            return natural.times(height / natural.height()).rounded();
        }
        return natural.rounded();
    }
}
