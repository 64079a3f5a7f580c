package io.chainrule.service.drawing.chart;

import io.chainrule.learning.training.Metric;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.Mark;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Tone;
import java.awt.Color;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// The curves of one quantity. Of a single run, colours tell training from validation; of several, they tell the runs,
/// and validation is dashed.
///
/// @param metrics of this quantity, as they were chosen
record CurvePanel(Quantity quantity, List<NamedHistory> runs, List<Metric> metrics, boolean isLogarithmic) {

    private static final int FEW = 30;
    private static final int DIGITS = 4;
    private static final int LONGEST_NAME = 60;
    private static final double DOT = 4;
    private static final double RING = 9;

    static CurvePanel of(Quantity quantity, List<NamedHistory> runs, List<Metric> metrics, CurveScale scale) {
        var own = quantity.metrics().stream().filter(metrics::contains).toList();
        boolean isPositive = runs.stream()
                .flatMap(run ->
                        own.stream().filter(run.epochs().metrics()::contains).map(run.epochs()::column))
                .flatMapToDouble(Arrays::stream)
                .anyMatch(value -> value > 0 && value < Double.POSITIVE_INFINITY);
        boolean isLogarithmic = scale == CurveScale.LOG && quantity != Quantity.ACCURACY && isPositive;
        return new CurvePanel(quantity, runs, own, isLogarithmic);
    }

    /// What is shown before the first epoch.
    static XYPlot empty(ChartStyle style) {
        var axis = style.axis("no epoch yet");
        axis.setRange(0, 1);
        return new XYPlot(new XYSeriesCollection(), null, axis, new XYLineAndShapeRenderer());
    }

    /// The curves on an axis of their own; epochs are up to whoever combines the panels.
    XYPlot plot(ChartStyle style) {
        var renderer = new XYLineAndShapeRenderer();
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setUseFillPaint(true);
        var curves = new XYSeriesCollection();
        var legend = new LegendItemCollection();
        var paper = Tone.BACKGROUND.in(style.theme());
        for (int number = 0; number < runs.size(); number++) {
            addBest(number, style, curves, renderer, paper);
        }
        for (int number = 0; number < runs.size(); number++) {
            for (var metric : metrics) {
                if (runs.get(number).epochs().metrics().contains(metric)) {
                    addCurve(number, metric, style, curves, renderer);
                }
            }
        }
        legendItems(style).forEach(legend::add);
        var plot = new XYPlot(curves, null, axis(style), renderer);
        plot.setFixedLegendItems(legend);
        return plot;
    }

    private ValueAxis axis(ChartStyle style) {
        if (isLogarithmic) {
            return style.logAxis(quantity.label());
        }
        NumberAxis axis = style.axis(quantity.label());
        axis.setLowerMargin(0.06);
        axis.setUpperMargin(0.06);
        return axis;
    }

    private void addCurve(
            int number, Metric metric, ChartStyle style, XYSeriesCollection curves, XYLineAndShapeRenderer renderer) {
        int at = curves.getSeriesCount();
        var epochs = runs.get(number).epochs();
        var series = new XYSeries(at, false, true);
        var numbers = epochs.epochs();
        var values = epochs.column(metric);
        for (int row = 0; row < values.length; row++) {
            series.add(numbers[row], shown(values[row]));
        }
        curves.addSeries(series);
        var colour = colour(number, metric, style);
        renderer.setSeriesPaint(at, colour);
        renderer.setSeriesFillPaint(at, colour);
        renderer.setSeriesStroke(at, stroke(metric));
        renderer.setSeriesShape(at, Mark.BLUE.shape(DOT));
        renderer.setSeriesShapesVisible(at, values.length <= FEW);
    }

    /// A gap for what no axis has a place for.
    private double shown(double value) {
        return Double.isFinite(value) && (value > 0 || !isLogarithmic) ? value : Double.NaN;
    }

    private void addBest(
            int number, ChartStyle style, XYSeriesCollection curves, XYLineAndShapeRenderer renderer, Color paper) {
        quantity.best(runs.get(number).epochs(), metrics).ifPresent(best -> {
            int at = curves.getSeriesCount();
            var judge = best.metrics().getFirst();
            var series = new XYSeries(at, false, true);
            series.add(best.number(), shown(best.value(judge)));
            curves.addSeries(series);
            renderer.setSeriesPaint(at, colour(number, judge, style));
            renderer.setSeriesOutlinePaint(at, colour(number, judge, style));
            renderer.setSeriesFillPaint(at, paper);
            renderer.setSeriesOutlineStroke(at, ChartStyle.line(2));
            renderer.setSeriesShape(at, Mark.BLUE.shape(RING));
            renderer.setSeriesLinesVisible(at, false);
        });
    }

    private boolean isOne() {
        return runs.size() == 1;
    }

    private boolean isHeldBack(Metric metric) {
        return quantity.metrics().indexOf(metric) == 1;
    }

    private Color colour(int number, Metric metric, ChartStyle style) {
        return Mark.of(isOne() && isHeldBack(metric) ? 1 : number).in(style.theme());
    }

    private Stroke stroke(Metric metric) {
        return isHeldBack(metric) ? ChartStyle.dashed(1.8) : ChartStyle.line(1.8);
    }

    private List<LegendItem> legendItems(ChartStyle style) {
        var items = new ArrayList<LegendItem>();
        var ink = Tone.INK.in(style.theme());
        boolean isSplit = quantity.metrics().size() > 1;
        if (!isOne()) {
            for (int number = 0; number < runs.size(); number++) {
                var name = PlainText.of(runs.get(number).name(), LONGEST_NAME);
                items.add(line(name, ChartStyle.line(1.8), Mark.of(number).in(style.theme())));
            }
        }
        for (var metric : metrics) {
            if (isSplit && runs.stream().anyMatch(run -> run.epochs().metrics().contains(metric))) {
                var name = (isHeldBack(metric) ? "validation " : "training ") + quantity.label();
                items.add(line(name, stroke(metric), isOne() ? colour(0, metric, style) : ink));
            }
        }
        for (var run : runs) {
            quantity.best(run.epochs(), metrics).ifPresent(best -> {
                var text = "best %s%s at epoch %d"
                        .formatted(
                                isOne() ? "" : "of " + PlainText.of(run.name(), LONGEST_NAME) + ": ",
                                ShortNumber.typeset(best.value(best.metrics().getFirst()), DIGITS),
                                best.number());
                int number = runs.indexOf(run);
                var item = new LegendItem(
                        text,
                        null,
                        null,
                        null,
                        Mark.BLUE.shape(RING - 1),
                        Tone.BACKGROUND.in(style.theme()),
                        ChartStyle.line(2),
                        colour(number, best.metrics().getFirst(), style));
                item.setLabelFont(Lettering.SMALL.font());
                items.add(item);
            });
        }
        return items;
    }

    private static LegendItem line(String name, Stroke stroke, Color colour) {
        var item = new LegendItem(name, null, null, null, new Line2D.Double(-12, 0, 12, 0), stroke, colour);
        item.setLabelFont(Lettering.SMALL.font());
        return item;
    }
}
