package io.chainrule.learning.evaluation;

import io.chainrule.learning.dataset.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Finds the borders between classes by marching squares: in every cell of the grid whose corners have
/// different labels, the line between two classes runs from side to side, and ends where a third class is
/// likelier.
///
/// Scores are interpolated rather than probabilities, which are equal at the same places: scores do not level off, and
/// those of a linear model give exactly its straight lines.
final class Borders {

    private static final int CORNERS = 4;

    private final List<String> classes;
    private final Axis x;
    private final Axis y;

    /// By the position of the two classes, the first times their number plus the second.
    private final TreeMap<Integer, Segments> segments = new TreeMap<>();

    Borders(List<String> classes, Axis x, Axis y) {
        this.classes = classes;
        this.x = x;
        this.y = y;
    }

    /// Goes through the cells between a row of the grid and the next.
    void march(int row, Matrix scores, int[] label, Matrix nextScores, int[] nextLabel) {
        for (int column = 0; column + 1 < label.length; column++) {
            int[] labels = {label[column], label[column + 1], nextLabel[column + 1], nextLabel[column]};
            if (labels[0] != labels[1] || labels[0] != labels[2] || labels[0] != labels[3]) {
                march(new Cell(row, column, scores, nextScores), labels);
            }
        }
    }

    private void march(Cell cell, int[] labels) {
        var here = IntStream.of(labels).distinct().sorted().toArray();
        for (int i = 0; i < here.length; i++) {
            for (int j = i + 1; j < here.length; j++) {
                march(cell, here[i], here[j]);
            }
        }
    }

    private void march(Cell cell, int first, int second) {
        var difference = new double[CORNERS];
        double sum = 0;
        for (int corner = 0; corner < CORNERS; corner++) {
            difference[corner] = cell.score(corner, first) - cell.score(corner, second);
            sum += difference[corner];
        }
        var crossings = new ArrayList<Crossing>();
        for (int side = 0; side < CORNERS; side++) {
            double from = difference[side];
            double to = difference[(side + 1) % CORNERS];
            if (from >= 0 != to >= 0) {
                crossings.add(new Crossing(side, from / (from - to)));
            }
        }
        if (crossings.size() == 2) {
            add(cell, first, second, crossings.get(0), crossings.get(1));
        } else if (crossings.size() == CORNERS) {
            // of two opposite corners, those are joined that agree with the middle
            int shift = sum >= 0 == difference[0] >= 0 ? 0 : 1;
            add(cell, first, second, crossings.get(shift), crossings.get(shift + 1));
            add(cell, first, second, crossings.get(shift + 2), crossings.get((shift + 3) % CORNERS));
        }
    }

    /// Where a side of a cell, counted from the lower one against the clock, is crossed.
    private record Crossing(int side, double share) {}

    private void add(Cell cell, int first, int second, Crossing from, Crossing to) {
        double begin = 0;
        double end = 1;
        for (int other = 0; other < classes.size(); other++) {
            if (other != first && other != second) {
                double lead = cell.score(from, first) - cell.score(from, other);
                double leadAtEnd = cell.score(to, first) - cell.score(to, other);
                if (lead < 0 && leadAtEnd < 0) {
                    return;
                }
                if (lead < 0) {
                    begin = Math.max(begin, lead / (lead - leadAtEnd));
                } else if (leadAtEnd < 0) {
                    end = Math.min(end, lead / (lead - leadAtEnd));
                }
            }
        }
        if (begin < end) {
            segments.computeIfAbsent(first * classes.size() + second, _ -> new Segments())
                    .add(
                            begin == 0 ? cell.side(from) : Segments.INSIDE,
                            cell.point(from, to, begin),
                            end == 1 ? cell.side(to) : Segments.INSIDE,
                            cell.point(from, to, end));
        }
    }

    List<Border> found() {
        var borders = new ArrayList<Border>();
        segments.forEach((pair, found) -> borders.add(new Border(
                List.of(classes.get(pair / classes.size()), classes.get(pair % classes.size())), found.joined())));
        return borders;
    }

    /// Four points of the grid, counted from the lower left one against the clock.
    private final class Cell {

        private final int row;
        private final int column;
        private final Matrix scores;
        private final Matrix nextScores;

        Cell(int row, int column, Matrix scores, Matrix nextScores) {
            this.row = row;
            this.column = column;
            this.scores = scores;
            this.nextScores = nextScores;
        }

        double score(int corner, int label) {
            return (corner < 2 ? scores : nextScores).at(column + right(corner), label);
        }

        double score(Crossing at, int label) {
            return between(score(at.side, label), score((at.side + 1) % CORNERS, label), at.share);
        }

        /// The same number for both cells that have this side.
        int side(Crossing at) {
            int ofRow = 2 * (row + (at.side == 2 ? 1 : 0)) * x.count();
            return ofRow + 2 * (column + (at.side == 1 ? 1 : 0)) + at.side % 2;
        }

        double[] point(Crossing from, Crossing to, double share) {
            return new double[] {
                x.min() + between(across(from), across(to), share) * (x.max() - x.min()) / (x.count() - 1),
                y.min() + between(up(from), up(to), share) * (y.max() - y.min()) / (y.count() - 1)
            };
        }

        private double across(Crossing at) {
            return column + between(right(at.side), right((at.side + 1) % CORNERS), at.share);
        }

        private double up(Crossing at) {
            return row + between(up(at.side), up((at.side + 1) % CORNERS), at.share);
        }

        private static int right(int corner) {
            return corner == 1 || corner == 2 ? 1 : 0;
        }

        private static int up(int corner) {
            return corner < 2 ? 0 : 1;
        }

        private static double between(double from, double to, double share) {
            return from + share * (to - from);
        }
    }
}
