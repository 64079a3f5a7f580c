package io.chainrule.learning.dataset.statistics;

/// Mean and population standard deviation of some numbers, in two passes.
///
/// All is computed in units of `scale`, a power of two near the largest magnitude: exact, and no square or sum can
/// leave the range of doubles.
public record Standardization(double scale, double scaledMean, double scaledDeviation) {

    /// Of at least one finite number.
    public static Standardization of(double... values) {
        double least = values[0];
        double greatest = values[0];
        for (double value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        double scale = Math.scalb(1.0, Math.getExponent(Math.max(Math.abs(least), Math.abs(greatest))));
        if (least == greatest) {
            return new Standardization(scale, least / scale, 0);
        }
        var sum = new CompensatedSum();
        for (double value : values) {
            sum.add(value / scale);
        }
        double mean = Math.clamp(sum.value() / values.length, least / scale, greatest / scale);
        var squares = new CompensatedSum();
        var rest = new CompensatedSum();
        for (double value : values) {
            double distance = value / scale - mean;
            squares.add(distance * distance);
            rest.add(distance); // 0 but for the rounding of the mean
        }
        double variance = (squares.value() - rest.value() * rest.value() / values.length) / values.length;
        return new Standardization(scale, mean, Math.sqrt(Math.max(variance, 0)));
    }

    public double mean() {
        return scaledMean * scale;
    }

    public double deviation() {
        return scaledDeviation * scale;
    }

    /// How many deviations a number is away from the mean; the deviation must not be 0.
    public double of(double value) {
        return (value / scale - scaledMean) / scaledDeviation;
    }
}
