package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.ShortNumber;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jspecify.annotations.Nullable;

/// Numbers at axes, typeset as everywhere in pictures and alike in every country.
final class ShortNumberFormat extends NumberFormat {

    private static final long serialVersionUID = 1;
    private static final int DIGITS = 6;

    @Override
    public StringBuffer format(double number, StringBuffer text, FieldPosition position) {
        return text.append(ShortNumber.typeset(number, DIGITS));
    }

    @Override
    public StringBuffer format(long number, StringBuffer text, FieldPosition position) {
        return format((double) number, text, position);
    }

    @Override
    public @Nullable Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("Axes are only written");
    }
}
