package io.chainrule.learning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where a grid of values crosses a level, found by marching squares with linear interpolation along the sides of its
/// cells. Around the grid, and where it holds NaN, everything is below the level.
///
/// Coordinates are those of the grid: `x` counts columns and `y` rows, from 0 on.
public final class Contour {

    private static final int NONE = -1;

    private final double[][] values;
    private final double level;
    private final int columns;

    /// Crossings by the side they lie on; `next[side]` is the side that the contour crosses after it, with the higher
    /// values on its right.
    private final int[] next;

    /// A contour's line. Rings begin and end at the same point.
    public static final class Polyline {

        private final double[] x;
        private final double[] y;

        private Polyline(double[] x, double[] y) {
            this.x = x;
            this.y = y;
        }

        public int points() {
            return x.length;
        }

        public double x(int point) {
            return x[point];
        }

        public double y(int point) {
            return y[point];
        }

        public boolean isRing() {
            return x[0] == x[x.length - 1] && y[0] == y[y.length - 1];
        }
    }

    private Contour(double[][] values, double level) {
        this.values = values;
        this.level = level;
        this.columns = values[0].length + 2; // one more on each side
        this.next = new int[2 * columns * (values.length + 2)];
        Arrays.fill(next, NONE);
        for (int row = 0; row < values.length + 1; row++) {
            for (int column = 0; column < columns - 1; column++) {
                march(row, column);
            }
        }
    }

    /// The borders of the regions at or above the level; closed along the border of the grid.
    public static List<Polyline> rings(double[][] values, double level) {
        return new Contour(values, level).rings();
    }

    /// The lines along which the values cross the level; where they leave the grid, they end.
    public static List<Polyline> lines(double[][] values, double level) {
        return new Contour(values, level).lines();
    }

    private double value(int row, int column) {
        boolean inside = row > 0 && row <= values.length && column > 0 && column < columns - 1;
        return inside ? values[row - 1][column - 1] : Double.NaN;
    }

    private boolean isHigh(int row, int column) {
        return value(row, column) >= level;
    }

    /// Side between this point and the one to its right.
    private int along(int row, int column) {
        return 2 * (row * columns + column);
    }

    /// Side between this point and the one of the next row.
    private int across(int row, int column) {
        return 2 * (row * columns + column) + 1;
    }

    private void march(int row, int column) {
        int low = along(row, column);
        int high = along(row + 1, column);
        int left = across(row, column);
        int right = across(row, column + 1);
        int corners = (isHigh(row, column) ? 1 : 0)
                | (isHigh(row, column + 1) ? 2 : 0)
                | (isHigh(row + 1, column + 1) ? 4 : 0)
                | (isHigh(row + 1, column) ? 8 : 0);
        switch (corners) {
            case 1 -> next[left] = low;
            case 2 -> next[low] = right;
            case 3 -> next[left] = right;
            case 4 -> next[right] = high;
            case 6 -> next[low] = high;
            case 7 -> next[left] = high;
            case 8 -> next[high] = left;
            case 9 -> next[high] = low;
            case 11 -> next[high] = right;
            case 12 -> next[right] = left;
            case 13 -> next[right] = low;
            case 14 -> next[low] = left;
            case 5 -> saddle(row, column, left, high, right, low);
            case 10 -> saddle(row, column, low, left, high, right);
            default -> {
                // 0 and 15: the cell lies on one side
            }
        }
    }

    /// Two opposite corners are high. They are joined if the middle of the cell is high as well.
    private void saddle(int row, int column, int a, int b, int c, int d) {
        double middle =
                (value(row, column) + value(row, column + 1) + value(row + 1, column) + value(row + 1, column + 1)) / 4;
        next[a] = middle >= level ? b : d;
        next[c] = middle >= level ? d : b;
    }

    private List<Polyline> rings() {
        var rings = new ArrayList<Polyline>();
        for (int start = 0; start < next.length; start++) {
            if (next[start] != NONE) {
                rings.add(polyline(ring(start)));
            }
        }
        return rings;
    }

    /// The sides of a ring in order, the first once more at its end; they are taken out.
    private List<Integer> ring(int start) {
        var sides = new ArrayList<Integer>();
        int side = start;
        do {
            sides.add(side);
            int following = next[side];
            next[side] = NONE;
            side = following;
        } while (side != start);
        sides.add(start);
        return sides;
    }

    private List<Polyline> lines() {
        var lines = new ArrayList<Polyline>();
        for (int start = 0; start < next.length; start++) {
            if (next[start] != NONE) {
                cut(ring(start), lines);
            }
        }
        return lines;
    }

    /// Leaves out what runs along a border: between two crossings at least one of which is none of the values.
    private void cut(List<Integer> ring, List<Polyline> lines) {
        int sides = ring.size() - 1;
        int first = 0;
        while (first < sides && isReal(ring.get(first))) {
            first++;
        }
        if (first == sides) {
            lines.add(polyline(ring));
            return;
        }
        var line = new ArrayList<Integer>();
        for (int i = 1; i <= sides; i++) {
            int side = ring.get((first + i) % sides);
            if (isReal(side)) {
                line.add(side);
            } else {
                addLine(line, lines);
                line = new ArrayList<>();
            }
        }
        addLine(line, lines);
    }

    private void addLine(List<Integer> line, List<Polyline> lines) {
        if (line.size() > 1) {
            lines.add(polyline(line));
        }
    }

    /// Whether there are values on both ends of the side.
    private boolean isReal(int side) {
        return !Double.isNaN(from(side)) && !Double.isNaN(to(side));
    }

    private double from(int side) {
        return value(row(side), column(side));
    }

    private double to(int side) {
        return side % 2 == 0 ? value(row(side), column(side) + 1) : value(row(side) + 1, column(side));
    }

    private int row(int side) {
        return side / 2 / columns;
    }

    private int column(int side) {
        return side / 2 % columns;
    }

    private Polyline polyline(List<Integer> sides) {
        var x = new double[sides.size()];
        var y = new double[sides.size()];
        for (int i = 0; i < x.length; i++) {
            int side = sides.get(i);
            double share = share(from(side), to(side));
            x[i] = column(side) - 1 + (side % 2 == 0 ? share : 0);
            y[i] = row(side) - 1 + (side % 2 == 0 ? 0 : share);
        }
        return new Polyline(x, y);
    }

    /// How far along a side the level is crossed; at its end where there is a value if there is only one.
    private double share(double from, double to) {
        if (Double.isNaN(from)) {
            return 1;
        }
        if (Double.isNaN(to)) {
            return 0;
        }
        double share = (level - from) / (to - from);
        return Double.isFinite(share) ? share : 0.5;
    }
}
