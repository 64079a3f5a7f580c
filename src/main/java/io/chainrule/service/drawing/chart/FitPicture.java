package io.chainrule.service.drawing.chart;

import io.chainrule.learning.evaluation.FitCurve;
import io.chainrule.learning.evaluation.ValueErrors;
import io.chainrule.service.drawing.Mark;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Size;
import io.chainrule.service.drawing.Tone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// A regression of one feature: the examples and the line that was fitted above, what the line misses below.
public final class FitPicture extends ChartPicture {

    private static final Size USUAL = new Size(760, 620);
    private static final int FIT_SHARE = 5;
    private static final int RESIDUAL_SHARE = 2;
    private static final double GAP = 14;
    private static final double RESIDUAL_REACH = 1.12;
    private static final int DIGITS = 4;
    private static final int LINE = 0;
    private static final int DATA = 1;
    private static final int RESIDUALS = 2;
    private static final int CROWD = 400;

    private final FitCurve fit;
    private final ValueErrors errors;

    private FitPicture(FitCurve fit, ValueErrors errors) {
        this.fit = fit;
        this.errors = errors;
    }

    public static FitPicture of(FitCurve fit, ValueErrors errors) {
        return new FitPicture(fit, errors);
    }

    @Override
    public String title() {
        return PlainText.of(fit.target(), 40) + " by " + PlainText.of(fit.feature(), 40);
    }

    @Override
    public String description() {
        return "%d examples of %s, and the line that the model predicts. The root of the mean squared error is %s."
                .formatted(fit.examples(), title(), ShortNumber.of(errors.rmse(), DIGITS));
    }

    @Override
    public Size size() {
        return USUAL;
    }

    @Override
    JFreeChart chart(ChartStyle style) {
        var axis = style.axis(fit.feature());
        var x = fit.x();
        axis.setRange(x[0], x[x.length - 1]);
        var both = new CombinedDomainXYPlot(axis);
        both.setGap(GAP);
        both.add(new XYPlot(series(), null, style.axis(fit.target()), renderer(style)), FIT_SHARE);
        both.add(residuals(style), RESIDUAL_SHARE);
        return style.chart(title(), both);
    }

    /// What the model misses, around zero.
    private XYPlot residuals(ChartStyle style) {
        var dots = new XYSeries(0, false, true);
        var stems = new XYSeries(1, false, true);
        double widest = 0;
        for (int i = 0; i < fit.examples(); i++) {
            double residual = fit.dataY(i) - fit.predicted(i);
            widest = Double.isFinite(residual) ? Math.max(widest, Math.abs(residual)) : widest;
            dots.add(fit.dataX(i), residual);
            stem(stems, i, 0, residual);
        }
        var both = new XYSeriesCollection();
        both.addSeries(dots);
        both.addSeries(stems);
        var axis = style.axis("residual");
        double reach = widest > 0 ? RESIDUAL_REACH * widest : 1;
        axis.setRange(-reach, reach);
        var renderer = new XYLineAndShapeRenderer();
        dressDots(renderer, 0, style);
        dressStems(renderer, 1, style);
        renderer.setDefaultSeriesVisibleInLegend(false);
        var plot = new XYPlot(both, null, axis, renderer);
        plot.addRangeMarker(
                new ValueMarker(0, Mark.VERMILION.in(style.theme()), ChartStyle.line(1.4)), Layer.BACKGROUND);
        return plot;
    }

    private void stem(XYSeries stems, int example, double from, double to) {
        stems.add(fit.dataX(example), from);
        stems.add(fit.dataX(example), to);
        stems.add(fit.dataX(example), Double.NaN); // lifts the pen
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
            stem(residuals, i, fit.dataY(i), fit.predicted(i));
        }
        var all = new XYSeriesCollection();
        all.addSeries(line);
        all.addSeries(data);
        all.addSeries(residuals);
        return all;
    }

    private XYLineAndShapeRenderer renderer(ChartStyle style) {
        var renderer = new XYLineAndShapeRenderer();
        renderer.setSeriesShapesVisible(LINE, false);
        renderer.setSeriesPaint(LINE, Mark.VERMILION.in(style.theme()));
        renderer.setSeriesStroke(LINE, ChartStyle.line(2.2));
        dressDots(renderer, DATA, style);
        dressStems(renderer, RESIDUALS, style);
        renderer.setLegendItemLabelGenerator((_, series) -> switch (series) {
            case LINE -> "model, " + quality();
            case DATA -> fit.examples() + (fit.examples() == 1 ? " example" : " examples");
            default -> "residuals: example − model";
        });
        return renderer;
    }

    private void dressDots(XYLineAndShapeRenderer renderer, int series, ChartStyle style) {
        renderer.setSeriesLinesVisible(series, false);
        renderer.setSeriesPaint(series, Mark.BLUE.in(style.theme()));
        renderer.setSeriesShape(series, Mark.BLUE.shape(fit.examples() > CROWD ? 4 : 7));
    }

    private void dressStems(XYLineAndShapeRenderer renderer, int series, ChartStyle style) {
        renderer.setSeriesShapesVisible(series, false);
        renderer.setSeriesPaint(series, Tone.LINE.in(style.theme()));
        renderer.setSeriesStroke(series, ChartStyle.line(fit.examples() > CROWD ? 0.5 : 1));
    }

    private String quality() {
        var rmse = "RMSE " + ShortNumber.typeset(errors.rmse(), DIGITS);
        return errors.r2() == null ? rmse : rmse + ", R² " + ShortNumber.typeset(errors.r2(), DIGITS);
    }
}
