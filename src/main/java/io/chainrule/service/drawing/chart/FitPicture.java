package io.chainrule.service.drawing.chart;

import io.chainrule.learning.evaluation.FitCurve;
import io.chainrule.learning.evaluation.RegressionMetrics;
import io.chainrule.service.drawing.Mark;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Tone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// A regression of one feature: the examples, the line that was fitted, and the residuals between them.
public final class FitPicture extends ChartPicture {

    private static final int DIGITS = 4;
    private static final int LINE = 0;
    private static final int DATA = 1;
    private static final int RESIDUALS = 2;
    private static final int CROWD = 400;

    private final FitCurve fit;
    private final RegressionMetrics metrics;

    private FitPicture(FitCurve fit, RegressionMetrics metrics) {
        this.fit = fit;
        this.metrics = metrics;
    }

    public static FitPicture of(FitCurve fit, RegressionMetrics metrics) {
        return new FitPicture(fit, metrics);
    }

    @Override
    public String title() {
        return PlainText.of(fit.target(), 40) + " by " + PlainText.of(fit.feature(), 40);
    }

    @Override
    public String description() {
        return "%d examples of %s, and the line that the model predicts. The root of the mean squared error is %s."
                .formatted(fit.examples(), title(), ShortNumber.of(metrics.rmse(), DIGITS));
    }

    @Override
    JFreeChart chart(ChartStyle style) {
        var plot = new XYPlot(
                series(),
                style.axis(PlainText.of(fit.feature(), 60)),
                style.axis(PlainText.of(fit.target(), 60)),
                renderer(style));
        var axis = plot.getDomainAxis();
        var x = fit.x();
        axis.setRange(x[0], x[x.length - 1]);
        return style.chart(title(), plot);
    }

    private XYSeriesCollection series() {
        var line = new XYSeries(LINE, false, true);
        var x = fit.x();
        var y = fit.y();
        for (int i = 0; i < x.length; i++) {
            line.add(x[i], y[i]);
        }
        var data = new XYSeries(DATA, false, true);
        var residuals = new XYSeries(RESIDUALS, false, true);
        for (int i = 0; i < fit.examples(); i++) {
            data.add(fit.dataX(i), fit.dataY(i));
            residuals.add(fit.dataX(i), fit.dataY(i));
            residuals.add(fit.dataX(i), fit.predicted(i));
            residuals.add(fit.dataX(i), Double.NaN); // lifts the pen
        }
        var all = new XYSeriesCollection();
        all.addSeries(line);
        all.addSeries(data);
        all.addSeries(residuals);
        return all;
    }

    private XYLineAndShapeRenderer renderer(ChartStyle style) {
        var renderer = new XYLineAndShapeRenderer();
        renderer.setDefaultShapesVisible(false);
        renderer.setSeriesShapesVisible(DATA, true);
        renderer.setSeriesLinesVisible(DATA, false);
        renderer.setSeriesPaint(LINE, Mark.VERMILION.in(style.theme()));
        renderer.setSeriesPaint(DATA, Mark.BLUE.in(style.theme()));
        renderer.setSeriesPaint(RESIDUALS, Tone.LINE.in(style.theme()));
        renderer.setSeriesStroke(LINE, ChartStyle.line(2.2));
        renderer.setSeriesStroke(RESIDUALS, ChartStyle.line(fit.examples() > CROWD ? 0.5 : 1));
        renderer.setSeriesShape(DATA, Mark.BLUE.shape(fit.examples() > CROWD ? 4 : 7));
        renderer.setLegendItemLabelGenerator((_, series) -> switch (series) {
            case LINE -> "model, " + quality();
            case DATA -> fit.examples() + (fit.examples() == 1 ? " example" : " examples");
            default -> "residuals";
        });
        return renderer;
    }

    private String quality() {
        var rmse = "RMSE " + ShortNumber.typeset(metrics.rmse(), DIGITS);
        return metrics.r2() == null ? rmse : rmse + ", R² " + ShortNumber.typeset(metrics.r2(), DIGITS);
    }
}
