package io.chainrule.learning.training;

import java.util.List;

/// Changes parameters in place, one step after another.
interface Optimizer {

    /// One step against `gradients`, which lie as the parameters do.
    void step(double[][] gradients, double learningRate);

    /// Everything it remembers from step to step, live.
    List<double[]> memory();
}
