package io.chainrule.learning.training.optimizer;

import java.util.List;

/// Changes parameters in place, one step after another.
public interface Optimizer {

    /// One step against `gradients`, which lie as the parameters do.
    void step(double[][] gradients, double learningRate);

    /// Everything it remembers from step to step, live: whoever copies these arrays back goes on as if nothing
    /// happened.
    List<double[]> memory();
}
