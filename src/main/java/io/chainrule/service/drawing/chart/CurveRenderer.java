package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Mark;
import java.awt.Color;
import java.util.HashMap;
import java.util.Map;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;

/// Draws curves as lines with a mark here and there, and best epochs as rings.
final class CurveRenderer extends XYLineAndShapeRenderer {

    private static final long serialVersionUID = 1;

    private static final int FEW = 30;
    private static final int MARKS = 8;
    private static final double DOT = 5;
    private static final double RING = 9;

    private final transient CurveLook look;
    private final transient Map<Integer, Marks> marks = new HashMap<>();

    /// Every so many points, beginning with one.
    private record Marks(int each, int first) {

        boolean isAt(int item) {
            return item % each == first;
        }
    }

    CurveRenderer(CurveLook look) {
        this.look = look;
        setDrawSeriesLineAsPath(true);
        setUseFillPaint(true);
    }

    @Override
    public boolean getItemShapeVisible(int series, int item) {
        var own = marks.get(series);
        return own == null || own.isAt(item);
    }

    /// Each of a short curve's points has a mark; runs have theirs at different places of a long one.
    void addCurve(int at, XYSeries curve, int run, boolean isHeldBack) {
        var colour = look.colour(run, isHeldBack);
        int points = curve.getItemCount();
        setSeriesPaint(at, colour);
        setSeriesFillPaint(at, colour);
        setSeriesStroke(at, look.stroke(isHeldBack));
        setSeriesShape(at, look.isOne() ? Mark.BLUE.shape(DOT) : look.mark(run));
        if (points > FEW) {
            int each = look.isOne() ? Integer.MAX_VALUE : points / MARKS;
            int first = look.isOne() ? Integer.MAX_VALUE - 1 : (int) ((run + 0.5) * each / look.runs());
            marks.put(at, new Marks(each, first));
        }
    }

    void addBest(int at, Color paper, int run, boolean isHeldBack) {
        setSeriesPaint(at, look.colour(run, isHeldBack));
        setSeriesOutlinePaint(at, look.colour(run, isHeldBack));
        setSeriesFillPaint(at, paper);
        setSeriesOutlineStroke(at, ChartStyle.line(2));
        setSeriesShape(at, Mark.BLUE.shape(RING));
        setSeriesLinesVisible(at, false);
    }
}
