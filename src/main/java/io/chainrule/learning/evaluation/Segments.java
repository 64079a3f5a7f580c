package io.chainrule.learning.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Pieces of lines, each from side to side of a cell, to be joined where they meet.
final class Segments {

    /// For an end that lies inside a cell, where no other piece goes on.
    static final int INSIDE = -1;

    private final List<Segment> segments = new ArrayList<>();
    private final Map<Integer, List<Segment>> bySide = new HashMap<>();

    private static final class Segment {

        private final int[] sides;
        private final double[][] ends;
        private boolean isTaken;

        private Segment(int[] sides, double[][] ends) {
            this.sides = sides;
            this.ends = ends;
        }
    }

    void add(int side, double[] end, int otherSide, double[] otherEnd) {
        var segment = new Segment(new int[] {side, otherSide}, new double[][] {end, otherEnd});
        segments.add(segment);
        for (int at : segment.sides) {
            if (at != INSIDE) {
                bySide.computeIfAbsent(at, _ -> new ArrayList<>(2)).add(segment);
            }
        }
    }

    /// The lines in the order in which their first pieces came.
    List<double[][]> joined() {
        var lines = new ArrayList<double[][]>();
        for (var segment : segments) {
            if (!segment.isTaken) {
                segment.isTaken = true;
                var line = new ArrayDeque<double[]>(List.of(segment.ends[0], segment.ends[1]));
                int start = segment.sides[0];
                if (follow(segment, 1, line::addLast) == start && start != INSIDE) {
                    line.removeLast(); // the first point again, but for rounding
                    line.addLast(segment.ends[0]);
                } else {
                    follow(segment, 0, line::addFirst);
                }
                lines.add(line.toArray(double[][]::new));
            }
        }
        return lines;
    }

    /// Adds the ends of the pieces that follow, and answers the side where no other goes on.
    private int follow(Segment segment, int end, Consumer<double[]> add) {
        int side = segment.sides[end];
        var next = next(side);
        while (next != null) {
            next.isTaken = true;
            int far = next.sides[0] == side ? 1 : 0;
            add.accept(next.ends[far]);
            side = next.sides[far];
            next = next(side);
        }
        return side;
    }

    private @Nullable Segment next(int side) {
        for (var segment : bySide.getOrDefault(side, List.of())) {
            if (!segment.isTaken) {
                return segment;
            }
        }
        return null;
    }
}
