package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Brush;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.Size;
import io.chainrule.service.drawing.Theme;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/// The examples of a dataset over two of its columns, told apart by their class or value.
public final class ScatterPicture extends ChartPicture {

    private final String title;
    private final ExamplePoints examples;
    private final double[] levels;
    private final ColourBar colourBar;

    private ScatterPicture(String title, ExamplePoints examples) {
        this.title = PlainText.of(title);
        this.examples = examples;
        this.levels = examples.classes().isEmpty() ? Levels.of(new double[][] {values(examples)}) : new double[0];
        this.colourBar = new ColourBar(levels, examples.target());
    }

    public static ScatterPicture of(String title, ExamplePoints examples) {
        return new ScatterPicture(title, examples);
    }

    private static double[] values(ExamplePoints examples) {
        return examples.points().stream()
                .mapToDouble(ExamplePoints.Point::value)
                .toArray();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        return "%s over %s. %s"
                .formatted(PlainText.of(examples.yName()), PlainText.of(examples.xName()), examples.description());
    }

    @Override
    JFreeChart chart(ChartStyle style) {
        var renderer = new XYLineAndShapeRenderer();
        var points = new PointSeries(examples, levels);
        var plot = new XYPlot(
                points.series(renderer, style), style.axis(examples.xName()), style.axis(examples.yName()), renderer);
        plot.setFixedLegendItems(points.legend(style, List.of()));
        var chart = style.chart(title, plot);
        colourBar.makeRoom(chart);
        return chart;
    }

    @Override
    void decorate(Graphics2D graphics, Rectangle2D dataArea, Size size, Theme theme) {
        colourBar.paint(new Brush(graphics, theme), dataArea);
    }
}
