package io.chainrule.service.drawing.chart;

import static java.util.Comparator.comparingDouble;

import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.Metric;
import io.chainrule.service.drawing.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// The curves of one quantity.
///
/// @param metrics of this quantity, as they were chosen
record CurvePanel(Quantity quantity, List<NamedHistory> runs, List<Metric> metrics, boolean isLogarithmic) {

    private static final double MARGIN = 0.06;
    private static final double LEAST_RANGE = 0.02;
    private static final double LEAST_ACCURACY = 0.1;
    private static final int FEW = 4;

    /// The epoch of a run that was best, with only the value that makes it so.
    record Best(int run, Epoch epoch) {

        Metric judge() {
            return epoch.metrics().getFirst();
        }

        double value() {
            return epoch.value(judge());
        }
    }

    static CurvePanel of(Quantity quantity, List<NamedHistory> runs, List<Metric> metrics, CurveScale scale) {
        var own = quantity.metrics().stream().filter(metrics::contains).toList();
        var panel = new CurvePanel(quantity, runs, own, false);
        boolean isPositive = panel.values().anyMatch(value -> value > 0 && value < Double.POSITIVE_INFINITY);
        boolean isLogarithmic = scale == CurveScale.LOG && quantity != Quantity.ACCURACY && isPositive;
        return new CurvePanel(quantity, runs, own, isLogarithmic);
    }

    /// What is shown before the first epoch.
    static XYPlot empty(ChartStyle style) {
        var axis = style.axis("no epoch yet");
        axis.setRange(0, 1);
        return new XYPlot(new XYSeriesCollection(), null, axis, new XYLineAndShapeRenderer());
    }

    /// The curves on an axis of their own; epochs and legend are up to whoever combines the panels.
    XYPlot plot(CurveLook look) {
        var renderer = new CurveRenderer(look);
        var curves = new XYSeriesCollection();
        var paper = Tone.BACKGROUND.in(look.style().theme());
        for (var best : best()) {
            int at = curves.getSeriesCount();
            renderer.addBest(at, paper, best.run(), isHeldBack(best.judge()));
            var point = new XYSeries(at, false, true);
            point.add(best.epoch().number(), best.value());
            curves.addSeries(point);
        }
        for (int run = 0; run < runs.size(); run++) {
            for (var metric : measured(run)) {
                int at = curves.getSeriesCount();
                var curve = curve(at, run, metric);
                renderer.addCurve(at, curve, run, isHeldBack(metric));
                curves.addSeries(curve);
            }
        }
        return new XYPlot(curves, null, axis(look.style()), renderer);
    }

    private ValueAxis axis(ChartStyle style) {
        if (isLogarithmic) {
            var axis = style.magnitudeAxis(quantity.label());
            axis.setLowerMargin(MARGIN);
            axis.setUpperMargin(MARGIN);
            return axis;
        }
        NumberAxis axis = style.axis(quantity.label());
        axis.setAutoRangeMinimumSize(leastRange()); // rounding errors are no slopes
        axis.setAutoRangeStickyZero(false);
        axis.setLowerMargin(MARGIN);
        axis.setUpperMargin(MARGIN);
        return axis;
    }

    private double leastRange() {
        if (quantity == Quantity.ACCURACY) {
            return LEAST_ACCURACY;
        }
        double greatest = values().filter(Double::isFinite).map(Math::abs).max().orElse(0);
        return greatest > 0 ? LEAST_RANGE * greatest : 1;
    }

    /// The metrics of this quantity that a run has.
    List<Metric> measured(int run) {
        return metrics.stream()
                .filter(runs.get(run).epochs().metrics()::contains)
                .toList();
    }

    private DoubleStream values() {
        return runs.stream()
                .flatMap(run -> metrics.stream()
                        .filter(run.epochs().metrics()::contains)
                        .map(run.epochs()::column))
                .flatMapToDouble(Arrays::stream);
    }

    /// The best epoch of each run, or of many the best of all; none that no axis has a place for.
    List<Best> best() {
        var all = IntStream.range(0, runs.size())
                .boxed()
                .flatMap(
                        run -> quantity.best(runs.get(run).epochs(), metrics).map(best -> new Best(run, best)).stream())
                .filter(best -> isShown(best.value()))
                .toList();
        if (all.size() <= FEW) {
            return all;
        }
        var order = comparingDouble(Best::value);
        return all.stream().min(quantity == Quantity.ACCURACY ? order.reversed() : order).stream()
                .toList();
    }

    boolean isHeldBack(Metric metric) {
        return quantity.metrics().indexOf(metric) == 1;
    }

    private XYSeries curve(int at, int run, Metric metric) {
        var epochs = runs.get(run).epochs();
        var series = new XYSeries(at, false, true);
        var numbers = epochs.epochs();
        var values = epochs.column(metric);
        for (int row = 0; row < values.length; row++) {
            series.add(numbers[row], isShown(values[row]) ? values[row] : Double.NaN);
        }
        return series;
    }

    /// There is a gap for what no axis has a place for.
    private boolean isShown(double value) {
        return Double.isFinite(value) && (value > 0 || !isLogarithmic);
    }

    boolean hasGaps() {
        return !values().allMatch(this::isShown);
    }
}
