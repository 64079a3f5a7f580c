package io.chainrule.learning.training.minimization;

import java.util.ArrayList;
import java.util.List;

/// The points that a minimization came through, in columns. Of a long path only every second, fourth, … step is kept,
/// and always the last: enough to draw it.
public final class Path {

    static final int MOST_POINTS = 2000;

    private final List<Visit> kept = new ArrayList<>();
    private int stride = 1;
    private Visit last;

    Path(Visit start) {
        last = start;
        kept.add(start);
    }

    void append(Visit visit) {
        last = visit;
        if (visit.step() % stride == 0) {
            kept.add(visit);
        }
        if (kept.size() > MOST_POINTS) {
            stride *= 2;
            kept.removeIf(early -> early.step() % stride != 0);
        }
    }

    public int[] steps() {
        return visits().stream().mapToInt(Visit::step).toArray();
    }

    public double[] values() {
        return visits().stream().mapToDouble(Visit::value).toArray();
    }

    /// The largest absolute gradient component at each point.
    public double[] gradientNorms() {
        return visits().stream().mapToDouble(Visit::gradientNorm).toArray();
    }

    public double[] coordinates(int variable) {
        return visits().stream().mapToDouble(visit -> visit.at()[variable]).toArray();
    }

    private List<Visit> visits() {
        if (kept.getLast().step() == last.step()) {
            return kept;
        }
        var visits = new ArrayList<>(kept);
        visits.add(last);
        return visits;
    }
}
