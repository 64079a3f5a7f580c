package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.Theme;
import io.chainrule.service.drawing.Tone;
import java.awt.BasicStroke;
import java.awt.Stroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// How all charts look, in one theme.
public record ChartStyle(Theme theme) {

    static {
        TextUtils.setUseDrawRotatedStringWorkaround(false); // it would turn text into outlines
    }

    private static final int LONGEST_TEXT = 120;
    private static final double TITLE_GAP = 10;
    private static final double LEGEND_GAP = 8;
    private static final Stroke HAIRLINE = new BasicStroke(1f);

    /// The line of a series.
    public static Stroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /// A line that is told apart in print without colours.
    public static Stroke dashed(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6, 4}, 0f);
    }

    /// A chart of this plot with a title, and a legend if any of its series is named.
    public JFreeChart chart(String title, XYPlot plot) {
        dress(plot);
        var chart = new JFreeChart(null, Lettering.TITLE.font(), plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(14, 14, 10, 18));
        chart.setTitle(title(title));
        if (plot.getLegendItems().getItemCount() > 0) {
            chart.addLegend(legend(plot));
        }
        return chart;
    }

    private TextTitle title(String text) {
        var title = new TextTitle(PlainText.of(text, LONGEST_TEXT), Lettering.TITLE.font());
        title.setPaint(Tone.INK.in(theme));
        title.setPadding(0, 0, TITLE_GAP, 0);
        title.setMaximumLinesToDisplay(2);
        return title;
    }

    private LegendTitle legend(XYPlot plot) {
        var legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(Lettering.SMALL.font());
        legend.setItemPaint(Tone.INK.in(theme));
        legend.setBackgroundPaint(null);
        legend.setFrame(BlockBorder.NONE);
        legend.setPadding(LEGEND_GAP, 0, 0, 0);
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
        return legend;
    }

    private void dress(XYPlot plot) {
        if (plot instanceof CombinedDomainXYPlot combined) {
            combined.getSubplots().forEach(part -> dress(part));
        }
        plot.setBackgroundPaint(null);
        plot.setOutlinePaint(Tone.LINE.in(theme));
        plot.setOutlineStroke(HAIRLINE);
        plot.setDomainGridlinePaint(Tone.GRID.in(theme));
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlinePaint(Tone.GRID.in(theme));
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        if (plot.getDomainAxis() != null) {
            plot.getDomainAxis().setTickLabelInsets(new RectangleInsets(2, 12, 2, 12)); // how far labels keep apart
        }
        if (plot.getRangeAxis() != null) {
            plot.getRangeAxis().setTickLabelInsets(new RectangleInsets(9, 4, 9, 4));
        }
    }

    /// An axis of numbers that shows the range of the data.
    public NumberAxis axis(String label) {
        var axis = new NumberAxis();
        axis.setAutoRangeIncludesZero(false);
        axis.setStandardTickUnits(new NumberTickUnitSource(false, new ShortNumberFormat()));
        return dressed(axis, label);
    }

    /// An axis of counts: epochs, examples.
    public NumberAxis countAxis(String label) {
        var axis = axis(label);
        axis.setStandardTickUnits(new NumberTickUnitSource(true, new ShortNumberFormat()));
        return axis;
    }

    /// An axis of positive numbers by their magnitude.
    MagnitudeAxis magnitudeAxis(String label) {
        return dressed(new MagnitudeAxis(), label);
    }

    private <A extends ValueAxis> A dressed(A axis, String label) {
        axis.setLabel(PlainText.of(label, LONGEST_TEXT));
        axis.setLabelFont(Lettering.BODY.font());
        axis.setLabelPaint(Tone.INK.in(theme));
        axis.setTickLabelFont(Lettering.SMALL.font());
        axis.setTickLabelPaint(Tone.MUTED.in(theme));
        axis.setTickMarkPaint(Tone.LINE.in(theme));
        axis.setTickMarkOutsideLength(4);
        axis.setAxisLinePaint(Tone.LINE.in(theme));
        axis.setMinorTickMarksVisible(false);
        return axis;
    }
}
