package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Mark;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Tone;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// The way of a minimisation from its start to its end.
final class Trail {

    private static final int DIGITS = 4;
    private static final int MOST_DOTS = 80;

    private static final int START = 0;
    private static final int END = 1;
    private static final int PATH = 2;
    private static final int HALO = 3;

    private final double[] x;
    private final double[] y;

    Trail(double[] x, double[] y) {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException(
                    "A path has as many x as y and at least one, but got " + x.length + " and " + y.length);
        }
        this.x = x.clone();
        this.y = y.clone();
    }

    String description() {
        return "The path leads in %d steps from %s to %s.".formatted(x.length - 1, point(0), point(x.length - 1));
    }

    private String point(int step) {
        return "(" + ShortNumber.of(x[step], DIGITS) + ", " + ShortNumber.of(y[step], DIGITS) + ")";
    }

    /// What is painted last, lies on top: the renderer begins with the last series.
    XYDataset series(Landscape landscape) {
        var series = new XYSeriesCollection();
        series.addSeries(series("start " + typeset(0), 0, 1, landscape));
        series.addSeries(series("end " + typeset(x.length - 1), x.length - 1, x.length, landscape));
        series.addSeries(series("path, " + (x.length - 1) + " steps", 0, x.length, landscape));
        series.addSeries(series("halo", 0, x.length, landscape));
        return series;
    }

    private String typeset(int step) {
        return point(step).replace('-', '−');
    }

    /// Steps far outside of the map interrupt the line.
    private XYSeries series(String name, int from, int to, Landscape landscape) {
        var series = new XYSeries(name, false, true);
        for (int step = from; step < to; step++) {
            if (landscape.isNear(x[step], y[step])) {
                series.add(x[step], y[step]);
            } else {
                series.add(landscape.xMin(), Double.NaN);
            }
        }
        return series;
    }

    void dress(XYLineAndShapeRenderer renderer, ChartStyle style) {
        var path = Tone.PATH.in(style.theme());
        var paper = Tone.BACKGROUND.in(style.theme());
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setUseOutlinePaint(true);
        renderer.setUseFillPaint(true);
        for (int i = START; i <= HALO; i++) {
            renderer.setSeriesLinesVisible(i, i == PATH || i == HALO);
            renderer.setSeriesShapesVisible(i, i == START || i == END || (i == PATH && x.length <= MOST_DOTS));
            renderer.setSeriesPaint(i, i == HALO ? paper : path);
            renderer.setSeriesFillPaint(i, i == START ? paper : path);
            renderer.setSeriesOutlinePaint(i, i == END ? paper : path);
            renderer.setSeriesStroke(i, ChartStyle.line(i == HALO ? 4.5 : 2));
            renderer.setSeriesOutlineStroke(i, ChartStyle.line(i == START ? 2 : 1));
        }
        renderer.setSeriesShape(START, Mark.BLUE.shape(10));
        renderer.setSeriesShape(END, Mark.PURPLE.shape(13));
        renderer.setSeriesShape(PATH, Mark.BLUE.shape(4));
        renderer.setSeriesVisibleInLegend(HALO, false);
    }
}
