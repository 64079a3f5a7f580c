package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;

/// A recipe for examples: what they look like, how many of them, how noisy.
///
/// Equal recipes give equal bits on every machine: chance comes from our own streams, functions from `StrictMath` or
/// our kernels. Positions and noise are drawn from streams of their own, so that other noise leaves the positions
/// alone.
public sealed interface GeneratorSpec permits ClassGenerator, ValueGenerator, Formula {

    String EXAMPLES = "How many examples";
    String POSITION_NOISE = "Standard deviation of the normal noise on both coordinates";
    String TARGET_NOISE = "Standard deviation of the normal noise on the target";
    String SEED = "Where chance starts: the same seed gives the same examples";

    int LEAST_EXAMPLES = 2;
    int MOST_EXAMPLES = DatasetLimits.MOST_ROWS;
    String EXAMPLES_LIMIT = "dataset.rows";
    double MOST = 1e6;
    double MOST_SEED = 0x1p53 - 1;

    int examples();

    double noise();

    long seed();

    /// The examples; the target is the last column.
    Dataset generate(String name);
}
