package io.chainrule.service.web.answer;

import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.drawing.Appearance;
import io.chainrule.service.drawing.Theme;
import io.chainrule.service.limits.Bearable;
import org.jspecify.annotations.Nullable;

/// In which form an answer is asked for, and how its picture should look: query parameters of whatever can be drawn.
public record Rendering(
        @Setting(help = "The form of the answer; overrides the Accept header") @Nullable
        Format format,

        @Setting(help = "The colours of the picture", byDefault = "\"light\"")
        Theme theme,

        @Setting(
                help = "Width of the picture in pixels; follows from the height if absent",
                min = 100,
                max = Bearable.PICTURE_PIXELS,
                maxLimit = "picture.pixels")
        @Nullable
        Integer width,

        @Setting(
                help = "Height of the picture in pixels; follows from the width if absent",
                min = 100,
                max = Bearable.PICTURE_PIXELS,
                maxLimit = "picture.pixels")
        @Nullable
        Integer height) {

    public Rendering {
        Settings.require(Rendering.class, format, theme, width, height);
    }

    Appearance appearance() {
        return new Appearance(theme, width, height);
    }
}
