package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.ShortNumber;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// An axis on which equal factors are equally long. Its ticks stand at 1, 2 and 5 times powers of ten, at powers of ten
/// alone where these are many, and at evenly spaced numbers where it spans less than a few of them.
final class MagnitudeAxis extends LogAxis {

    private static final long serialVersionUID = 1;

    private static final double ROOM = 26;
    private static final int FEWEST = 3;
    private static final int LEAST_ROOM = 4;
    private static final int DIGITS = 4;

    @Override
    protected List<NumberTick> refreshTicksVertical(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        int most = Math.max(LEAST_ROOM, (int) (area.getHeight() / ROOM));
        return numbers(getLowerBound(), getUpperBound(), most).stream()
                .map(number -> new NumberTick(
                        number,
                        ShortNumber.typeset(number, DIGITS),
                        TextAnchor.CENTER_RIGHT,
                        TextAnchor.CENTER_RIGHT,
                        0))
                .toList();
    }

    /// Where ticks stand, ascending.
    ///
    /// @param from positive
    /// @param most how many there is room for, at least 4
    static List<Double> numbers(double from, double to, int most) {
        var fine = RoundNumbers.byMagnitude(from, to, 1, 2, 5);
        if (fine.size() < FEWEST) {
            return RoundNumbers.even(from, to, RoundNumbers.stepFrom((to - from) / most));
        }
        if (fine.size() <= most) {
            return fine;
        }
        var decades = RoundNumbers.byMagnitude(from, to, 1);
        int each = (decades.size() + most - 1) / most;
        return IntStream.range(0, decades.size())
                .filter(i -> i % each == 0)
                .mapToObj(decades::get)
                .toList();
    }
}
