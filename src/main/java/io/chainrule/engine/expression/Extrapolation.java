package io.chainrule.engine.expression;

import java.util.ArrayList;
import java.util.List;

/// The value at 0 of what was measured closer and closer to it: polynomials through the measurements (Neville), of
/// which the one that agrees best with its predecessors is taken (Ridders).
public final class Extrapolation {

    private final List<Double> places = new ArrayList<>();
    private double[] previous = {};
    private double best = Double.NaN;
    private double error = Double.POSITIVE_INFINITY;

    /// One more measurement, nearer to 0 than those before.
    public void add(double place, double value) {
        int row = places.size();
        places.add(place);
        var current = new double[row + 1];
        current[0] = value;
        if (row == 0) {
            best = value;
        }
        for (int j = 1; j <= row; j++) {
            double step = (current[j - 1] - previous[j - 1]) * (place / (places.get(row - j) - place));
            current[j] = current[j - 1] + step;
            double difference = Math.max(Math.abs(current[j] - current[j - 1]), Math.abs(current[j] - previous[j - 1]));
            if (difference <= error) {
                error = difference;
                best = current[j];
            }
        }
        previous = current;
    }

    /// NaN before the first measurement.
    public double value() {
        return best;
    }

    /// How far the best polynomials are apart; infinite before the second measurement.
    public double error() {
        return error;
    }

    public int measurements() {
        return places.size();
    }
}
