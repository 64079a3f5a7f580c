package io.chainrule.engine.plan;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.kernel.Kernel;

/// One kernel at work on its arrays.
final class Step {

    /// The id of the node it computes.
    final int node;

    private final Kernel kernel;
    private final double[] result;
    private final double[][] operands;

    Step(Node node, Kernel kernel, double[] result, double[][] operands) {
        this.node = node.id();
        this.kernel = kernel;
        this.result = result;
        this.operands = operands;
    }

    void run() {
        kernel.run(result, operands);
    }
}
