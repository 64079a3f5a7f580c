package io.chainrule.learning.dataset.statistics;

/// Sums over the rows where two standardized columns both have a value.
///
/// Columns without missing values have mean 0 and deviation 1 there, so that the sum of products tells all. Others are
/// counted from the first common row on, so that what they have elsewhere takes no digits away.
final class Comoments {

    private final int first;
    private final int second;
    private final boolean isComplete;
    private long count;
    private double originOfFirst;
    private double originOfSecond;
    private double sumOfFirst;
    private double sumOfSecond;
    private double squaresOfFirst;
    private double squaresOfSecond;
    private double products;

    Comoments(int first, int second, boolean isComplete) {
        this.first = first;
        this.second = second;
        this.isComplete = isComplete;
    }

    /// Adds rows of all columns; NaN is a missing value.
    void add(double[][] columns, int rows) {
        if (isComplete) {
            products += product(columns[first], columns[second], rows);
            count += rows;
        } else {
            addCommon(columns[first], columns[second], rows);
        }
    }

    /// Four sums at a time, added up in a fixed order.
    private static double product(double[] x, double[] y, int rows) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int row = 0;
        for (; row + 3 < rows; row += 4) {
            a += x[row] * y[row];
            b += x[row + 1] * y[row + 1];
            c += x[row + 2] * y[row + 2];
            d += x[row + 3] * y[row + 3];
        }
        for (; row < rows; row++) {
            a += x[row] * y[row];
        }
        return (a + b) + (c + d);
    }

    private void addCommon(double[] x, double[] y, int rows) {
        for (int row = 0; row < rows; row++) {
            if (!Double.isNaN(x[row]) && !Double.isNaN(y[row])) {
                addCommon(x[row], y[row]);
            }
        }
    }

    private void addCommon(double x, double y) {
        if (count == 0) {
            originOfFirst = x;
            originOfSecond = y;
        }
        count++;
        double first = x - originOfFirst;
        double second = y - originOfSecond;
        sumOfFirst += first;
        sumOfSecond += second;
        squaresOfFirst += first * first;
        squaresOfSecond += second * second;
        products += first * second;
    }

    double correlation() {
        if (isComplete) {
            return Math.clamp(products / count, -1, 1);
        }
        double first = squaresOfFirst - sumOfFirst * sumOfFirst / count;
        double second = squaresOfSecond - sumOfSecond * sumOfSecond / count;
        if (count < 2 || first <= 0 || second <= 0) {
            return Double.NaN;
        }
        double common = products - sumOfFirst * sumOfSecond / count;
        return Math.clamp(common / (Math.sqrt(first) * Math.sqrt(second)), -1, 1);
    }
}
