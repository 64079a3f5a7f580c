package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.Size;
import io.chainrule.service.drawing.Theme;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/// A chart as a picture. It fills the size that is asked for; one too small for lettering is shrunk as a whole, and one
/// larger than usual enlarged, so that lettering keeps its proportion to the picture.
abstract class ChartPicture implements Picture {

    private static final Size USUAL = new Size(760, 520);
    private static final double LEAST_WIDTH = 460;
    private static final double LEAST_HEIGHT = 320;
    private static final double NARROW = 0.85;
    private static final double BESIDE = 130;

    /// The chart in a theme; it belongs to the caller.
    abstract JFreeChart chart(ChartStyle style);

    /// Paints what does not belong to the chart proper, beside its data area.
    void decorate(Graphics2D graphics, Rectangle2D dataArea, Size size, Theme theme) {}

    @Override
    public Size size() {
        return USUAL;
    }

    /// A narrow one is taller than in proportion, because its lettering does not shrink with it.
    @Override
    public Size sizeOfWidth(double width) {
        var usual = size();
        double share = Math.max(width / usual.width(), Math.min(NARROW, width / LEAST_WIDTH));
        return new Size(width, share * usual.height());
    }

    @Override
    public final void paint(Graphics2D graphics, Size area, Theme theme) {
        double least = Math.min(area.width() / LEAST_WIDTH, area.height() / LEAST_HEIGHT);
        double usual = Math.min(area.width() / size().width(), area.height() / size().height());
        double scale = Math.max(Math.min(1, least), usual);
        var size = new Size(area.width() / scale, area.height() / scale);
        var before = graphics.getTransform();
        graphics.scale(scale, scale);
        var info = new ChartRenderingInfo(null);
        var chart = chart(new ChartStyle(theme));
        shortenLabels(chart.getXYPlot(), size.width() - BESIDE, size.height() - BESIDE);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, size.width(), size.height()), null, info);
        decorate(graphics, info.getPlotInfo().getDataArea(), size, theme);
        graphics.setTransform(before);
    }

    /// Labels of axes end where the axes do.
    private static void shortenLabels(XYPlot plot, double width, double height) {
        shorten(plot.getDomainAxis(), width);
        shorten(plot.getRangeAxis(), height);
        if (plot instanceof CombinedDomainXYPlot combined) {
            var parts = combined.getSubplots();
            double weights = parts.stream().mapToDouble(XYPlot::getWeight).sum();
            parts.forEach(part -> shortenLabels(part, width, height * part.getWeight() / weights));
        }
    }

    private static void shorten(@Nullable ValueAxis axis, double width) {
        if (axis != null) {
            axis.setLabel(PlainText.of(axis.getLabel(), Lettering.BODY, width));
        }
    }
}
