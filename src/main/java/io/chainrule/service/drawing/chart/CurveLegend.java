package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.Mark;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Tone;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;

/// What lines, marks and rings mean, told once for all panels: the runs, training and validation, the best epochs.
record CurveLegend(List<NamedHistory> runs, List<CurvePanel> panels, CurveLook look) {

    private static final int DIGITS = 4;
    private static final double RING = 8;
    private static final Line2D LINE = new Line2D.Double(-12, 0, 12, 0);
    private static final double LONGEST_NAME = 250;
    private static final double NAME_OF_BEST = 170;

    LegendItemCollection items() {
        var items = new LegendItemCollection();
        for (int run = 0; run < runs.size() && !look.isOne(); run++) {
            items.add(run(run));
        }
        if (isMeasured(false)) {
            items.add(split("training", false));
        }
        if (isMeasured(true)) {
            items.add(split("validation", true));
        }
        for (var panel : panels) {
            panel.best().forEach(best -> items.add(ring(panel, best)));
        }
        if (panels.stream().anyMatch(CurvePanel::hasGaps)) {
            items.add(words("gap: no number that the axis can show"));
        }
        return items;
    }

    private String name(int run, double width) {
        return PlainText.of(runs.get(run).name(), Lettering.SMALL, width);
    }

    /// Whether a quantity that can be held back was measured on such examples, or on the others.
    private boolean isMeasured(boolean isHeldBack) {
        return panels.stream()
                .filter(panel -> panel.quantity().metrics().size() > 1)
                .anyMatch(panel -> IntStream.range(0, runs.size())
                        .boxed()
                        .flatMap(run -> panel.measured(run).stream())
                        .anyMatch(metric -> panel.isHeldBack(metric) == isHeldBack));
    }

    private LegendItem ring(CurvePanel panel, CurvePanel.Best best) {
        boolean isHeldBack = panel.isHeldBack(best.judge());
        var text = "%sbest %s %s %s at epoch %d"
                .formatted(
                        look.isOne() ? "" : name(best.run(), NAME_OF_BEST) + ": ",
                        isHeldBack ? "validation" : "training",
                        panel.quantity().label(),
                        ShortNumber.typeset(best.value(), DIGITS),
                        best.epoch().number());
        var item = new LegendItem(
                text,
                null,
                null,
                null,
                Mark.BLUE.shape(RING),
                Tone.BACKGROUND.in(look.style().theme()),
                ChartStyle.line(2),
                look.colour(best.run(), isHeldBack));
        item.setLabelFont(Lettering.SMALL.font());
        return item;
    }

    private LegendItem run(int run) {
        var colour = look.colour(run, false);
        var item = new LegendItem(
                name(run, LONGEST_NAME),
                null,
                null,
                null,
                true,
                look.mark(run),
                true,
                colour,
                false,
                colour,
                look.stroke(false),
                true,
                LINE,
                look.stroke(false),
                colour);
        item.setLabelFont(Lettering.SMALL.font());
        return item;
    }

    private LegendItem split(String name, boolean isHeldBack) {
        var item = line(name, 0, isHeldBack);
        if (!look.isOne()) {
            item.setLinePaint(Tone.INK.in(look.style().theme()));
        }
        return item;
    }

    private LegendItem line(String name, int run, boolean isHeldBack) {
        var item = new LegendItem(name, null, null, null, LINE, look.stroke(isHeldBack), look.colour(run, isHeldBack));
        item.setLabelFont(Lettering.SMALL.font());
        return item;
    }

    private LegendItem words(String text) {
        var item = line(text, 0, false);
        item.setLineVisible(false);
        return item;
    }
}
