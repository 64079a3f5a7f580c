package io.chainrule.learning.model;

import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/// One forward pass on its way into a graph: what it is for, and what has to be done around each run of it.
final class Tracing {

    private final Graph graph;
    private final Pass pass;
    private final List<DropoutMask> masks = new ArrayList<>();
    private final List<BatchStatistics> statistics = new ArrayList<>();

    Tracing(Graph graph, Pass pass) {
        this.graph = graph;
        this.pass = pass;
    }

    boolean isTraining() {
        return pass == Pass.TRAINING;
    }

    Node mask(Shape shape, double rate) {
        var values = graph.input("mask." + masks.size(), shape);
        masks.add(new DropoutMask(values, rate));
        return values;
    }

    void normalizes(BatchStatistics those) {
        statistics.add(those);
    }

    List<DropoutMask> masks() {
        return masks;
    }

    List<BatchStatistics> statistics() {
        return statistics;
    }
}
