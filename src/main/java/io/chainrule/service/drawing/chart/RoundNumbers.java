package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.ShortNumber;
import java.util.ArrayList;
import java.util.List;

/// Numbers that are easily read: few digits, evenly spaced or by magnitude.
final class RoundNumbers {

    private static final double[] STEPS = {1, 2, 5};
    private static final int MOST = 100;

    private RoundNumbers() {}

    /// Multiples of a step, in a range whose ends belong to it; at most a hundred.
    static List<Double> even(double from, double to, double step) {
        var numbers = new ArrayList<Double>();
        for (double k = Math.ceil(from / step); k * step <= to && numbers.size() < MOST; k++) {
            numbers.add(k * step);
        }
        return numbers;
    }

    /// The next of 1, 2, 5, 10, … times a power of ten.
    static double stepFrom(double value) {
        double power = power(value);
        for (double factor : STEPS) {
            if (factor * power >= value) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /// Each of the factors times every power of ten, in a range of positive numbers whose ends belong to it.
    static List<Double> byMagnitude(double from, double to, double... factors) {
        var numbers = new ArrayList<Double>();
        for (double power = power(from); power <= to; power *= 10) {
            for (double factor : factors) {
                double number = Double.parseDouble(ShortNumber.of(factor * power, 1));
                if (number >= from && number <= to) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    private static double power(double value) {
        return Double.parseDouble("1e" + (int) Math.floor(StrictMath.log10(value)));
    }
}
