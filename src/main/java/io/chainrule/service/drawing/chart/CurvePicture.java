package io.chainrule.service.drawing.chart;

import io.chainrule.learning.training.Metric;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Size;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;

/// What was measured over the epochs, of one training run or of several, one chart above the other for each quantity.
/// The best epoch is marked.
public final class CurvePicture extends ChartPicture {

    private static final int MOST_POINTS = 2000;
    private static final int DIGITS = 4;
    private static final double WIDTH = 760;
    private static final double HEIGHT_OF_ONE = 440;
    private static final double HEIGHT_OF_EACH = 300;
    private static final double GAP = 14;

    private final String title;
    private final List<NamedHistory> runs;
    private final List<CurvePanel> panels;

    private CurvePicture(String title, List<NamedHistory> runs, List<Metric> metrics, CurveScale scale) {
        this.title = PlainText.of(title);
        this.runs = List.copyOf(runs);
        var thinned = thinned(runs);
        this.panels = Arrays.stream(Quantity.values())
                .filter(quantity -> quantity.metrics().stream()
                        .anyMatch(metric -> metrics.contains(metric) && isMeasured(metric, runs)))
                .map(quantity -> CurvePanel.of(quantity, thinned, metrics, scale))
                .toList();
    }

    /// Losses, and accuracies or errors.
    public static CurvePicture of(String title, List<NamedHistory> runs) {
        return of(title, runs, usual(), CurveScale.LINEAR);
    }

    /// The metrics of [#of] as it draws them if nobody chooses.
    public static List<Metric> usual() {
        return Arrays.stream(Quantity.values())
                .limit(3)
                .flatMap(quantity -> quantity.metrics().stream())
                .toList();
    }

    /// Chosen metrics.
    ///
    /// @param metrics what is drawn, as far as it was measured
    public static CurvePicture of(String title, List<NamedHistory> runs, List<Metric> metrics, CurveScale scale) {
        return new CurvePicture(title, runs, metrics, scale);
    }

    private static boolean isMeasured(Metric metric, List<NamedHistory> runs) {
        return runs.stream().anyMatch(run -> run.epochs().metrics().contains(metric));
    }

    private static List<NamedHistory> thinned(List<NamedHistory> runs) {
        return runs.stream()
                .map(run -> new NamedHistory(run.name(), run.epochs().thinned(MOST_POINTS)))
                .toList();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        return panels.isEmpty()
                ? "No epoch has been measured yet."
                : runs.stream().map(this::description).collect(Collectors.joining(" "));
    }

    private String description(NamedHistory run) {
        var name = runs.size() == 1 ? "" : PlainText.of(run.name()) + ": ";
        if (run.epochs().isEmpty()) {
            return name + "no epochs.";
        }
        var last = run.epochs().last();
        return name
                + panels.stream()
                        .flatMap(panel -> panel.metrics().stream())
                        .filter(last.metrics()::contains)
                        .map(metric -> metric.key() + " " + ShortNumber.of(last.value(metric), DIGITS))
                        .collect(Collectors.joining(", "))
                + " after epoch " + last.number() + ".";
    }

    @Override
    public Size size() {
        return new Size(WIDTH, panels.size() < 2 ? HEIGHT_OF_ONE : panels.size() * HEIGHT_OF_EACH);
    }

    @Override
    JFreeChart chart(ChartStyle style) {
        var look = new CurveLook(style, runs.size());
        var axis = style.countAxis("epoch");
        axis.setAutoRangeStickyZero(false);
        axis.setAutoRangeMinimumSize(1);
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.025);
        var plot = new CombinedDomainXYPlot(axis);
        plot.setGap(GAP);
        panels.forEach(panel -> plot.add(panel.plot(look)));
        if (panels.isEmpty()) {
            plot.add(CurvePanel.empty(style));
        }
        plot.setFixedLegendItems(new CurveLegend(runs, panels, look).items());
        return style.chart(title, plot);
    }
}
