package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Brush;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Size;
import io.chainrule.service.drawing.Theme;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/// A function of two variables as a map, and the path that a minimisation took through it.
public final class ContourPicture extends ChartPicture {

    private static final int DIGITS = 4;

    private final String title;
    private final Landscape landscape;
    private final Trail trail;
    private final double[] levels;
    private final ColourBar colourBar;

    private ContourPicture(String title, Landscape landscape, Trail trail) {
        this.title = PlainText.of(title);
        this.landscape = landscape;
        this.trail = trail;
        this.levels = Levels.of(landscape.values());
        this.colourBar = new ColourBar(levels, "");
    }

    /// Draws a map.
    ///
    /// @param pathX the first variable at every step, the start included
    /// @param pathY the second variable, as often
    public static ContourPicture of(String title, Landscape landscape, double[] pathX, double[] pathY) {
        return new ContourPicture(title, landscape, new Trail(pathX, pathY));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        return "Contours of %s over %s from %s to %s and %s from %s to %s. %s"
                .formatted(
                        title,
                        PlainText.of(landscape.xName()),
                        number(landscape.xMin()),
                        number(landscape.xMax()),
                        PlainText.of(landscape.yName()),
                        number(landscape.yMin()),
                        number(landscape.yMax()),
                        trail.description());
    }

    private static String number(double value) {
        return ShortNumber.of(value, DIGITS);
    }

    @Override
    JFreeChart chart(ChartStyle style) {
        var renderer = new XYLineAndShapeRenderer();
        renderer.addAnnotation(new ContourBands(landscape, levels, style.theme()), org.jfree.chart.ui.Layer.BACKGROUND);
        trail.dress(renderer, style);
        var plot = new XYPlot(
                trail.series(landscape),
                axis(style, landscape.xName(), landscape.xMin(), landscape.xMax()),
                axis(style, landscape.yName(), landscape.yMin(), landscape.yMax()),
                renderer);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        var chart = style.chart(title, plot);
        colourBar.makeRoom(chart);
        return chart;
    }

    private static NumberAxis axis(ChartStyle style, String name, double from, double to) {
        var axis = style.axis(name);
        axis.setRange(from, to);
        return axis;
    }

    @Override
    void decorate(Graphics2D graphics, Rectangle2D dataArea, Size size, Theme theme) {
        colourBar.paint(new Brush(graphics, theme), dataArea);
    }
}
