package io.chainrule.service.drawing;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;

/// Tells one series or class from the next, by colour and by shape, after Okabe and Ito.
public enum Mark {
    BLUE(0x0072B2, 0x56B4E9, Mark::circle),
    VERMILION(0xD55E00, 0xF0883A, Mark::square),
    GREEN(0x009E73, 0x2BB58C, size -> polygon(3, size * 1.25, 0)),
    PURPLE(0xB0578C, 0xDD94BF, size -> polygon(4, size * 1.2, 0)),
    GOLD(0xC98500, 0xF0E442, size -> polygon(3, size * 1.25, Math.PI)),
    SKY(0x3C9FD6, 0xA6DBF7, size -> polygon(6, size * 1.1, 0)),
    BLACK(0x1B1F24, 0xE8EAED, size -> polygon(5, size * 1.15, 0));

    private final Color light;
    private final Color dark;
    private final DoubleFunction<Shape> shape;

    Mark(int light, int dark, DoubleFunction<Shape> shape) {
        this.light = new Color(light);
        this.dark = new Color(dark);
        this.shape = shape;
    }

    /// The mark of the n-th series; beyond the last one they begin again.
    public static Mark of(int series) {
        return values()[series % values().length];
    }

    /// The shape of the n-th series. It differs from series to series even where their colours begin again.
    public static Shape shapeOf(int series, double size) {
        return of(series + series / values().length).shape(size);
    }

    public Color in(Theme theme) {
        return switch (theme) {
            case LIGHT -> light;
            case DARK -> dark;
        };
    }

    /// The shape around the origin.
    public Shape shape(double size) {
        return shape.apply(size);
    }

    private static Shape circle(double size) {
        return new Ellipse2D.Double(-size / 2, -size / 2, size, size);
    }

    private static Shape square(double size) {
        double side = size * 0.9;
        return new Rectangle2D.Double(-side / 2, -side / 2, side, side);
    }

    /// A regular polygon with its first corner at the top, turned by an angle.
    private static Shape polygon(int corners, double size, double turn) {
        var path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = turn + 2 * Math.PI * i / corners;
            double x = size / 2 * StrictMath.sin(angle);
            double y = -size / 2 * StrictMath.cos(angle);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }
}
