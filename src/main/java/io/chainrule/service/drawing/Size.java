package io.chainrule.service.drawing;

/// Width and height of a picture, in pixels.
public record Size(double width, double height) {

    Size times(double factor) {
        return new Size(width * factor, height * factor);
    }

    /// Whole pixels.
    Size rounded() {
        return new Size(Math.max(1, Math.rint(width)), Math.max(1, Math.rint(height)));
    }
}
