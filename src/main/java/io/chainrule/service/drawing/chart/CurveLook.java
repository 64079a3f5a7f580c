package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Mark;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;

/// How curves are told apart. Of a single run, colours tell training from validation; of several, colours and marks
/// tell the runs. Validation is always dashed, so that nothing depends on colours alone.
record CurveLook(ChartStyle style, int runs) {

    private static final double WIDTH = 1.8;
    private static final double MARK = 7;

    boolean isOne() {
        return runs == 1;
    }

    Color colour(int run, boolean isHeldBack) {
        return Mark.of(isOne() && isHeldBack ? 1 : run).in(style.theme());
    }

    Stroke stroke(boolean isHeldBack) {
        return isHeldBack ? ChartStyle.dashed(WIDTH) : ChartStyle.line(WIDTH);
    }

    /// When the colours begin again, the marks do not.
    Shape mark(int run) {
        return Mark.shapeOf(run, MARK);
    }
}
