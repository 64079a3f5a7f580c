package io.chainrule.service.drawing.chart;

import io.chainrule.learning.evaluation.ConfusionMatrix;
import io.chainrule.service.drawing.Brush;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.Ramp;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Size;
import io.chainrule.service.drawing.Theme;
import io.chainrule.service.drawing.Tone;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/// A confusion matrix: a row a true class, a column a predicted one. The darker a cell, the greater its share of the
/// row.
public final class ConfusionPicture implements Picture {

    private static final int LONGEST_NAME = 200;
    private static final int ROOMY = 6;
    private static final double LARGE_CELL = 84;
    private static final double SMALL_CELL = 40;
    private static final double MOST_NAME = 130;
    private static final double LEAST_NAME = 40;
    private static final double PADDING = 18;
    private static final double GAP = 8;

    private final ConfusionMatrix matrix;
    private final int classes;
    private final double cell;
    private final double nameWidth;
    private final double left;
    private final double top;

    private ConfusionPicture(ConfusionMatrix matrix) {
        this.matrix = matrix;
        this.classes = matrix.classes().size();
        this.cell = classes <= ROOMY ? LARGE_CELL : SMALL_CELL;
        this.nameWidth = Math.clamp(
                matrix.classes().stream()
                        .mapToDouble(name -> Lettering.BODY.width(PlainText.of(name, LONGEST_NAME)))
                        .max()
                        .orElse(0),
                LEAST_NAME,
                MOST_NAME);
        this.left = PADDING + Lettering.BODY.lineHeight() + GAP + nameWidth + GAP;
        this.top = PADDING + 2 * Lettering.TITLE.lineHeight() + Lettering.BODY.lineHeight() + GAP + columnNames() + GAP;
    }

    public static ConfusionPicture of(ConfusionMatrix matrix) {
        return new ConfusionPicture(matrix);
    }

    /// Names above columns are turned where they do not fit.
    private boolean isTurned() {
        return nameWidth > cell - GAP;
    }

    private double columnNames() {
        return isTurned() ? nameWidth : Lettering.BODY.lineHeight();
    }

    @Override
    public String title() {
        return "Confusion matrix";
    }

    @Override
    public String description() {
        return "%d of %d examples were taken for what they are. Rows are true classes, columns predicted ones."
                .formatted(matrix.hits(), matrix.examples());
    }

    @Override
    public Size size() {
        return new Size(
                Math.max(left + classes * cell + PADDING, 2 * PADDING + Lettering.SMALL.width(subtitle())),
                top + classes * cell + PADDING);
    }

    private String subtitle() {
        return "%,d of %,d examples right, %s %%"
                .formatted(matrix.hits(), matrix.examples(), percent(matrix.hits(), matrix.examples()));
    }

    @Override
    public void paint(Graphics2D graphics, Size area, Theme theme) {
        var natural = size();
        double scale = Math.min(area.width() / natural.width(), area.height() / natural.height());
        var before = graphics.getTransform();
        graphics.translate(
                (area.width() - scale * natural.width()) / 2, (area.height() - scale * natural.height()) / 2);
        graphics.scale(scale, scale);
        var brush = new Brush(graphics, theme);
        brush.text(title(), Lettering.TITLE, Tone.INK, PADDING, PADDING);
        brush.text(subtitle(), Lettering.SMALL, Tone.MUTED, PADDING, PADDING + Lettering.TITLE.lineHeight());
        names(brush);
        cells(brush);
        graphics.setTransform(before);
    }

    private void names(Brush brush) {
        double side = classes * cell;
        double columnTop = top - GAP - columnNames();
        brush.centered(
                "predicted class",
                Lettering.BODY,
                Tone.MUTED,
                left + side / 2,
                columnTop - GAP / 2 - Lettering.BODY.lineHeight());
        brush.upwards(
                "true class",
                Lettering.BODY,
                Tone.MUTED,
                PADDING,
                top + (side + Lettering.BODY.width("true class")) / 2);
        for (int label = 0; label < classes; label++) {
            var name = PlainText.of(PlainText.of(matrix.classes().get(label), LONGEST_NAME), Lettering.BODY, nameWidth);
            double middle = (label + 0.5) * cell;
            double half = Lettering.BODY.lineHeight() / 2;
            brush.text(name, Lettering.BODY, Tone.INK, left - GAP - Lettering.BODY.width(name), top + middle - half);
            if (isTurned()) {
                brush.upwards(name, Lettering.BODY, Tone.INK, left + middle - half, top - GAP);
            } else {
                brush.centered(name, Lettering.BODY, Tone.INK, left + middle, columnTop);
            }
        }
    }

    private void cells(Brush brush) {
        for (int truth = 0; truth < classes; truth++) {
            for (int predicted = 0; predicted < classes; predicted++) {
                cell(brush, truth, predicted);
            }
        }
        brush.stroke(new Rectangle2D.Double(left, top, classes * cell, classes * cell), Tone.LINE, 1);
    }

    private void cell(Brush brush, int truth, int predicted) {
        int count = matrix.count(truth, predicted);
        int support = matrix.support(truth);
        double share = support == 0 ? 0 : (double) count / support;
        double x = left + predicted * cell;
        double y = top + truth * cell;
        var box = new Rectangle2D.Double(x, y, cell, cell);
        brush.graphics()
                .setColor(count == 0 ? Tone.BACKGROUND.in(brush.theme()) : Ramp.HEIGHT.at(share, brush.theme()));
        brush.graphics().fill(box);
        brush.stroke(box, Tone.GRID, 1);
        var tone = count == 0 ? Tone.MUTED : isFull(share, brush.theme()) ? Tone.BACKGROUND : Tone.INK;
        boolean isRoomy = classes <= ROOMY && count > 0;
        var lettering = classes <= ROOMY ? Lettering.TITLE : Lettering.BODY;
        double height = lettering.lineHeight() + (isRoomy ? Lettering.SMALL.lineHeight() : 0);
        double line = y + (cell - height) / 2;
        brush.centered(PlainText.of(Integer.toString(count), lettering, cell), lettering, tone, x + cell / 2, line);
        if (isRoomy) {
            var percent = percent(count, support) + " %";
            brush.centered(percent, Lettering.SMALL, tone, x + cell / 2, line + lettering.lineHeight());
        }
    }

    /// Where the paper's colour is read more easily than that of ink.
    private static boolean isFull(double share, Theme theme) {
        return switch (theme) {
            case LIGHT -> share > 0.85;
            case DARK -> share > 0.72;
        };
    }

    private static String percent(int part, int whole) {
        return ShortNumber.of(Math.rint(1000.0 * part / whole) / 10, 4);
    }
}
