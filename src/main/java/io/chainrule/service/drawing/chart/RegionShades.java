package io.chainrule.service.drawing.chart;

import io.chainrule.learning.evaluation.Axis;
import io.chainrule.learning.evaluation.Border;
import io.chainrule.learning.evaluation.Contour;
import io.chainrule.learning.evaluation.DecisionBoundary;
import io.chainrule.learning.evaluation.Surface;
import io.chainrule.service.drawing.Mark;
import io.chainrule.service.drawing.Theme;
import io.chainrule.service.drawing.Tone;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/// Fills the area of a plot with the regions of the classes, in the stronger colours the further a class is
/// ahead of the next, and draws the borders between them.
final class RegionShades extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1;

    /// By how much a class is ahead, from 0 to 1.
    private static final double[] LEADS = {0, 0.2, 0.4, 0.6, 0.8, 0.95};

    private static final double LIGHTEST = 0.09;
    private static final double STEP = 0.055;

    private final transient Axis x;
    private final transient Axis y;
    private final transient Surface.Regions regions;
    private final Theme theme;

    RegionShades(DecisionBoundary boundary, Surface.Regions regions, Theme theme) {
        this.x = boundary.x();
        this.y = boundary.y();
        this.regions = regions;
        this.theme = theme;
    }

    /// The colour of a class that is ahead by at least the n-th lead.
    static Color shade(int label, int lead, Theme theme) {
        var colour = Mark.of(label).in(theme);
        var paper = Tone.BACKGROUND.in(theme);
        double share = LIGHTEST + STEP * lead;
        return new Color(
                mixed(paper.getRed(), colour.getRed(), share),
                mixed(paper.getGreen(), colour.getGreen(), share),
                mixed(paper.getBlue(), colour.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.rint(from + share * (to - from));
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            int rendererIndex,
            PlotRenderingInfo info) {
        for (int label = 0; label < regions.classes().size(); label++) {
            graphics.setColor(shade(label, 0, theme));
            graphics.fill(cells(label, area));
        }
        for (int label = 0; label < regions.classes().size(); label++) {
            var lead = lead(label);
            for (int step = 0; step < LEADS.length; step++) {
                graphics.setColor(shade(label, step, theme));
                graphics.fill(rings(lead, LEADS[step], area));
            }
        }
        graphics.setColor(Tone.INK.in(theme));
        graphics.setStroke(ChartStyle.line(1.4));
        for (var border : regions.borders()) {
            graphics.draw(lines(border, area));
        }
    }

    /// The cells around the points of a class: beneath everything else, so that nothing stays blank where three regions
    /// meet.
    private Path2D cells(int label, Rectangle2D area) {
        var path = new Path2D.Double();
        for (int row = 0; row < y.count(); row++) {
            var labels = regions.label()[row];
            int from = 0;
            for (int column = 1; column <= labels.length; column++) {
                if (column == labels.length || labels[column] != labels[from]) {
                    if (labels[from] == label) {
                        path.append(cell(from, column, row, area), false);
                    }
                    from = column;
                }
            }
        }
        return path;
    }

    private Rectangle2D cell(int from, int to, int row, Rectangle2D area) {
        double left = acrossOf(Math.max(0, from - 0.5), area);
        double right = acrossOf(Math.min(x.count() - 1, to - 0.5), area);
        double top = upOf(Math.min(y.count() - 1, row + 0.5), area);
        double bottom = upOf(Math.max(0, row - 0.5), area);
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    /// A class's probability minus the greatest of the others.
    private double[][] lead(int label) {
        var probabilities = regions.probabilities();
        var lead = new double[y.count()][x.count()];
        for (int row = 0; row < lead.length; row++) {
            for (int column = 0; column < lead[row].length; column++) {
                double others = 0;
                for (int other = 0; other < probabilities.size(); other++) {
                    if (other != label) {
                        others = Math.max(others, probabilities.get(other)[row][column]);
                    }
                }
                lead[row][column] = probabilities.get(label)[row][column] - others;
            }
        }
        return lead;
    }

    private Path2D rings(double[][] lead, double level, Rectangle2D area) {
        var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (var ring : Contour.rings(lead, level)) {
            for (int i = 0; i < ring.points(); i++) {
                add(path, i == 0, acrossOf(ring.x(i), area), upOf(ring.y(i), area));
            }
            path.closePath();
        }
        return path;
    }

    private Path2D lines(Border border, Rectangle2D area) {
        var path = new Path2D.Double();
        for (var line : border.lines()) {
            for (int i = 0; i < line.length; i++) {
                double across = (line[i][0] - x.min()) / (x.max() - x.min()) * (x.count() - 1);
                double up = (line[i][1] - y.min()) / (y.max() - y.min()) * (y.count() - 1);
                add(path, i == 0, acrossOf(across, area), upOf(up, area));
            }
        }
        return path;
    }

    private static void add(Path2D path, boolean isFirst, double x, double y) {
        if (isFirst) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    private double acrossOf(double column, Rectangle2D area) {
        return area.getX() + column / (x.count() - 1) * area.getWidth();
    }

    private double upOf(double row, Rectangle2D area) {
        return area.getMaxY() - row / (y.count() - 1) * area.getHeight();
    }
}
