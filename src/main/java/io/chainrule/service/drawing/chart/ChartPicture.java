package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.Size;
import io.chainrule.service.drawing.Theme;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/// A chart as a picture. It fills the size that is asked for; only one too small for lettering is shrunk as a whole.
abstract class ChartPicture implements Picture {

    private static final Size USUAL = new Size(760, 520);
    private static final double LEAST_WIDTH = 460;
    private static final double LEAST_HEIGHT = 320;

    /// The chart in a theme; it belongs to the caller.
    abstract JFreeChart chart(ChartStyle style);

    /// Paints what does not belong to the chart proper, beside its data area.
    void decorate(Graphics2D graphics, Rectangle2D dataArea, Size size, Theme theme) {}

    @Override
    public Size size() {
        return USUAL;
    }

    @Override
    public final void paint(Graphics2D graphics, Size area, Theme theme) {
        double scale = Math.min(1, Math.min(area.width() / LEAST_WIDTH, area.height() / LEAST_HEIGHT));
        var size = new Size(area.width() / scale, area.height() / scale);
        var before = graphics.getTransform();
        graphics.scale(scale, scale);
        var info = new ChartRenderingInfo(null);
        chart(new ChartStyle(theme))
                .draw(graphics, new Rectangle2D.Double(0, 0, size.width(), size.height()), null, info);
        decorate(graphics, info.getPlotInfo().getDataArea(), size, theme);
        graphics.setTransform(before);
    }
}
