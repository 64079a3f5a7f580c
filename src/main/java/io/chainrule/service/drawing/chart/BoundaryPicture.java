package io.chainrule.service.drawing.chart;

import io.chainrule.learning.evaluation.Axis;
import io.chainrule.learning.evaluation.DecisionBoundary;
import io.chainrule.learning.evaluation.Surface;
import io.chainrule.service.drawing.Brush;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Size;
import io.chainrule.service.drawing.Theme;
import io.chainrule.service.drawing.Tone;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;

/// What a model says over a plane of two features, and the examples in it: for classes their regions, how sure it
/// is of them, and the borders between them; for a regression a map of its values.
public final class BoundaryPicture extends ChartPicture {

    private static final Size USUAL = new Size(640, 600);
    private static final int DIGITS = 4;

    private final String title;
    private final DecisionBoundary boundary;
    private final ExamplePoints examples;
    private final double[] levels;
    private final ColourBar colourBar;

    private BoundaryPicture(String title, DecisionBoundary boundary, ExamplePoints examples) {
        this.title = PlainText.of(title);
        this.boundary = boundary;
        this.examples = examples;
        this.levels = switch (boundary.surface()) {
            case Surface.Heights heights -> Levels.of(heights.value());
            case Surface.Regions regions -> {
                if (regions.probabilities().isEmpty()) {
                    throw new IllegalArgumentException("A picture needs the probabilities of all classes");
                }
                yield new double[0];
            }
        };
        this.colourBar = new ColourBar(levels, examples.target().isEmpty() ? predicted(boundary) : examples.target());
    }

    private static String predicted(DecisionBoundary boundary) {
        return Objects.requireNonNullElse(boundary.output(), "prediction");
    }

    /// Draws a boundary.
    ///
    /// @param boundary with the probabilities of all classes, see `GridSpec.withAllProbabilities`
    /// @param examples over the same two features
    public static BoundaryPicture of(String title, DecisionBoundary boundary, ExamplePoints examples) {
        return new BoundaryPicture(title, boundary, examples);
    }

    /// Several boundaries in rows, for comparison; a [NoticePicture] stands for one that there is not.
    public static Picture sideBySide(String title, List<? extends Picture> parts) {
        return new SideBySide(PlainText.of(title), List.copyOf(parts));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        var what = switch (boundary.surface()) {
            case Surface.Regions regions ->
                "Regions of " + PlainText.of(String.join(", ", regions.classes()), 500)
                        + ", in stronger colours where the model is surer,";
            case Surface.Heights _ -> "Values that the model predicts";
        };
        return "%s over %s and %s. %s"
                .formatted(what, range(boundary.x()), range(boundary.y()), examples.description());
    }

    private static String range(Axis axis) {
        return "%s from %s to %s"
                .formatted(
                        PlainText.of(axis.feature()),
                        ShortNumber.of(axis.min(), DIGITS),
                        ShortNumber.of(axis.max(), DIGITS));
    }

    @Override
    public Size size() {
        return USUAL;
    }

    @Override
    JFreeChart chart(ChartStyle style) {
        var renderer = new XYLineAndShapeRenderer();
        var points = new PointSeries(examples, levels);
        var plot = new XYPlot(
                points.series(renderer, style), axis(style, boundary.x()), axis(style, boundary.y()), renderer);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        switch (boundary.surface()) {
            case Surface.Regions regions -> {
                renderer.addAnnotation(new RegionShades(boundary, regions, style.theme()), Layer.BACKGROUND);
                plot.setFixedLegendItems(points.legend(style, List.of(border(style))));
            }
            case Surface.Heights heights -> {
                renderer.addAnnotation(new ContourBands(landscape(heights), levels, style.theme()), Layer.BACKGROUND);
                plot.setFixedLegendItems(points.legend(style, List.of()));
            }
        }
        var chart = style.chart(title, plot);
        colourBar.makeRoom(chart);
        return chart;
    }

    private Landscape landscape(Surface.Heights heights) {
        return new Landscape(
                boundary.x().feature(),
                boundary.y().feature(),
                points(boundary.x()),
                points(boundary.y()),
                heights.value());
    }

    private static double[] points(Axis axis) {
        return IntStream.range(0, axis.count()).mapToDouble(axis::at).toArray();
    }

    private static NumberAxis axis(ChartStyle style, Axis asked) {
        var axis = style.axis(asked.feature());
        axis.setRange(asked.min(), asked.max());
        return axis;
    }

    private static LegendItem border(ChartStyle style) {
        var line = new LegendItem(
                "border; stronger colour: surer",
                null,
                null,
                null,
                new Line2D.Double(-12, 0, 12, 0),
                ChartStyle.line(1.4),
                Tone.INK.in(style.theme()));
        line.setLabelFont(Lettering.SMALL.font());
        return line;
    }

    @Override
    void decorate(Graphics2D graphics, Rectangle2D dataArea, Size size, Theme theme) {
        colourBar.paint(new Brush(graphics, theme), dataArea);
    }
}
