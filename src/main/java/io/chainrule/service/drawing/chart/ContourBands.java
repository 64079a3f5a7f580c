package io.chainrule.service.drawing.chart;

import io.chainrule.learning.evaluation.Contour;
import io.chainrule.learning.evaluation.Contour.Polyline;
import io.chainrule.service.drawing.Ramp;
import io.chainrule.service.drawing.Theme;
import io.chainrule.service.drawing.Tone;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/// Fills the area of a plot with bands between levels, a line at each of them. Every band is painted onto the
/// ones below it, so that no gaps show between them.
final class ContourBands extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1;

    private static final double HATCH = 9;

    private final transient Landscape landscape;
    private final double[] levels;
    private final Theme theme;

    ContourBands(Landscape landscape, double[] levels, Theme theme) {
        this.landscape = landscape;
        this.levels = levels;
        this.theme = theme;
    }

    /// The colour of the n-th band; the first lies below all levels.
    static Color colour(int band, int levels, Theme theme) {
        return Ramp.HEIGHT.at(levels == 0 ? 0.3 : (double) band / levels, theme);
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D dataArea,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            int rendererIndex,
            PlotRenderingInfo info) {
        graphics.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        hatch(graphics, dataArea);
        var scale = new Scale(plot, dataArea, domainAxis, rangeAxis);
        for (int band = 0; band <= levels.length; band++) {
            double level = band == 0 ? Double.NEGATIVE_INFINITY : levels[band - 1];
            graphics.setColor(colour(band, levels.length, theme));
            graphics.fill(path(Contour.rings(landscape.values(), level), scale));
            if (band > 0) {
                graphics.setColor(line());
                graphics.draw(path(Contour.lines(landscape.values(), level), scale));
            }
        }
    }

    private Color line() {
        var ink = Tone.INK.in(theme);
        return new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 0x60);
    }

    /// What shows where there are no values.
    private void hatch(Graphics2D graphics, Rectangle2D area) {
        if (Arrays.stream(landscape.values()).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN)) {
            return;
        }
        graphics.setColor(Tone.GRID.in(theme));
        for (double x = area.getX() - area.getHeight(); x < area.getMaxX(); x += HATCH) {
            graphics.draw(new Line2D.Double(x, area.getMaxY(), x + area.getHeight(), area.getY()));
        }
    }

    private record Scale(XYPlot plot, Rectangle2D area, ValueAxis domain, ValueAxis range) {

        double x(double value) {
            return domain.valueToJava2D(value, area, plot.getDomainAxisEdge());
        }

        double y(double value) {
            return range.valueToJava2D(value, area, plot.getRangeAxisEdge());
        }
    }

    private Path2D path(List<Polyline> lines, Scale scale) {
        var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (var line : lines) {
            for (int i = 0; i < line.points(); i++) {
                double x = scale.x(landscape.xAt(line.x(i)));
                double y = scale.y(landscape.yAt(line.y(i)));
                if (i == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            if (line.isRing()) {
                path.closePath();
            }
        }
        return path;
    }
}
