package io.chainrule.service.drawing.chart;

import io.chainrule.learning.evaluation.ClassificationMetrics;
import io.chainrule.learning.evaluation.RocCurve;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.Mark;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Size;
import io.chainrule.service.drawing.Tone;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// ROC curves: of the second of two classes, or of each of more against the rest.
public final class RocPicture extends ChartPicture {

    private static final Size USUAL = new Size(560, 600);
    private static final int DIGITS = 4;
    private static final int NAMED = 12;
    private static final int LONGEST_NAME = 30;
    private static final double WIDEST_NAME = 150;
    private static final double OVERHANG = 0.02;

    private final List<RocCurve> curves;

    private RocPicture(List<RocCurve> curves) {
        this.curves = curves;
    }

    public static RocPicture of(ClassificationMetrics metrics) {
        return new RocPicture(metrics.curves());
    }

    @Override
    public Size size() {
        return USUAL;
    }

    @Override
    public String title() {
        return curves.size() > 1 ? "ROC curves, each class against the others" : "ROC curve";
    }

    @Override
    public String description() {
        return curves.isEmpty()
                ? "There is no curve: examples of at least two classes are needed."
                : "Area under the curve of "
                        + curves.stream().map(RocPicture::area).collect(Collectors.joining("; ")) + ".";
    }

    private static String area(RocCurve curve) {
        return PlainText.of(curve.label(), LONGEST_NAME) + ": " + ShortNumber.of(curve.area(), DIGITS);
    }

    @Override
    JFreeChart chart(ChartStyle style) {
        var plot = new XYPlot(
                series(), axis(style, "false positive rate"), axis(style, "true positive rate"), renderer(style));
        return style.chart(title(), plot);
    }

    private static NumberAxis axis(ChartStyle style, String label) {
        var axis = style.axis(label);
        axis.setTickUnit(new NumberTickUnit(0.2, new ShortNumberFormat()));
        axis.setRange(-OVERHANG, 1 + OVERHANG); // a curve along the frame is seen
        return axis;
    }

    /// The line of chance last, so that curves lie on it.
    private XYSeriesCollection series() {
        var all = new XYSeriesCollection();
        for (int i = 0; i < curves.size(); i++) {
            var series = new XYSeries(i, false, true);
            var x = curves.get(i).falsePositiveRate();
            var y = curves.get(i).truePositiveRate();
            for (int point = 0; point < x.length; point++) {
                series.add(x[point], y[point]);
            }
            all.addSeries(series);
        }
        var chance = new XYSeries(curves.size(), false, true);
        chance.add(0, 0);
        chance.add(1, 1);
        all.addSeries(chance);
        return all;
    }

    private XYLineAndShapeRenderer renderer(ChartStyle style) {
        var renderer = new XYLineAndShapeRenderer(true, false);
        for (int i = 0; i < curves.size(); i++) {
            renderer.setSeriesPaint(i, Mark.of(i).in(style.theme()));
            renderer.setSeriesStroke(i, i < Mark.values().length ? ChartStyle.line(2.2) : ChartStyle.dashed(2.2));
            renderer.setSeriesVisibleInLegend(i, i < NAMED);
        }
        renderer.setSeriesPaint(curves.size(), Tone.LINE.in(style.theme()));
        renderer.setSeriesStroke(curves.size(), ChartStyle.dashed(1.2));
        renderer.setLegendItemLabelGenerator((_, series) -> series == curves.size() ? "chance" : legend(series));
        return renderer;
    }

    private String legend(int series) {
        var curve = curves.get(series);
        return PlainText.of(curve.label(), Lettering.SMALL, WIDEST_NAME) + ", AUC "
                + ShortNumber.typeset(curve.area(), DIGITS);
    }
}
