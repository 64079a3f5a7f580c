package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.Mark;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.Tone;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Examples in a chart: classes by colour and shape, values by colour; examples held back are hollow.
final class PointSeries {

    private static final double MARK = 8;
    private static final double SMALL = 5;
    private static final int MANY = 600;
    private static final double LONGEST_NAME = 200;

    private final ExamplePoints examples;
    private final double[] levels;

    /// @param levels between which values are told apart, none for classes
    PointSeries(ExamplePoints examples, double[] levels) {
        this.examples = examples;
        this.levels = levels;
    }

    XYSeriesCollection series(XYLineAndShapeRenderer renderer, ChartStyle style) {
        var all = new XYSeriesCollection();
        renderer.setDefaultLinesVisible(false);
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        int groups = examples.classes().isEmpty()
                ? levels.length + 1
                : examples.classes().size();
        for (int group = 0; group < groups; group++) {
            for (boolean isHeldBack : new boolean[] {false, true}) {
                int at = all.getSeriesCount();
                all.addSeries(series(at, group, isHeldBack));
                dress(renderer, at, group, isHeldBack, style);
            }
        }
        return all;
    }

    private XYSeries series(int at, int group, boolean isHeldBack) {
        var series = new XYSeries(at, false, true);
        for (var point : examples.drawn()) {
            if (group(point) == group && point.isHeldBack() == isHeldBack) {
                series.add(point.x(), point.y());
            }
        }
        return series;
    }

    /// The class, or the band between two levels.
    private int group(ExamplePoints.Point point) {
        if (!examples.classes().isEmpty()) {
            return point.label();
        }
        int band = 0;
        while (band < levels.length && point.value() >= levels[band]) {
            band++;
        }
        return band;
    }

    private void dress(XYLineAndShapeRenderer renderer, int at, int group, boolean isHeldBack, ChartStyle style) {
        var paper = Tone.BACKGROUND.in(style.theme());
        var colour = colour(group, style);
        boolean isValue = examples.classes().isEmpty();
        renderer.setSeriesShape(at, shape(isValue ? isHeldBack ? 3 : 0 : group, size()));
        renderer.setSeriesPaint(at, colour);
        renderer.setSeriesFillPaint(at, isHeldBack && !isValue ? paper : colour);
        renderer.setSeriesOutlinePaint(at, outline(isHeldBack, colour, paper, style));
        renderer.setSeriesOutlineStroke(at, ChartStyle.line(isHeldBack && !isValue ? 1.8 : 0.8));
    }

    private Color outline(boolean isHeldBack, Color colour, Color paper, ChartStyle style) {
        if (examples.classes().isEmpty()) {
            return Tone.INK.in(style.theme());
        }
        return isHeldBack ? colour : paper;
    }

    private Color colour(int group, ChartStyle style) {
        return examples.classes().isEmpty()
                ? ContourBands.colour(group, levels.length, style.theme())
                : Mark.of(group).in(style.theme());
    }

    private double size() {
        return examples.points().size() > MANY ? SMALL : MARK;
    }

    private static Shape shape(int group, double size) {
        return Mark.shapeOf(group, size);
    }

    /// The classes, and what filled and hollow means if there is both.
    LegendItemCollection legend(ChartStyle style, List<LegendItem> others) {
        var items = new LegendItemCollection();
        var paper = Tone.BACKGROUND.in(style.theme());
        var muted = Tone.MUTED.in(style.theme());
        for (int group = 0; group < examples.classes().size(); group++) {
            var colour = colour(group, style);
            items.add(item(
                    PlainText.of(examples.classes().get(group), Lettering.SMALL, LONGEST_NAME), group, colour, colour));
        }
        if (examples.hasHeldBack()) {
            boolean isValue = examples.classes().isEmpty();
            items.add(item(isValue ? "training" : "training (filled)", 0, muted, muted));
            items.add(item(
                    isValue ? "validation" : "validation (hollow)", isValue ? 3 : 0, isValue ? muted : paper, muted));
        }
        others.forEach(items::add);
        return items;
    }

    private static LegendItem item(String name, int group, Paint fill, Paint outline) {
        var item = new LegendItem(name, null, null, null, shape(group, MARK), fill, ChartStyle.line(1.6), outline);
        item.setLabelFont(Lettering.SMALL.font());
        return item;
    }
}
