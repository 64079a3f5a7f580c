package io.chainrule.learning.dataset.generator;

import io.chainrule.learning.dataset.RandomStream;

/// Numbers from `least` up to `greatest`, none more likely than another.
record Interval(double least, double greatest) {

    double draw(RandomStream random) {
        double share = random.nextDouble();
        return least * (1 - share) + greatest * share; // the difference of two finite numbers may be infinite
    }
}
