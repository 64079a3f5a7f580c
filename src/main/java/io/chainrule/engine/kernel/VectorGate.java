package io.chainrule.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Gate] over whole arrays by the Vector API, with the same bits: what is blocked is not loaded.
final class VectorGate {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

    private VectorGate() {}

    static void passIfPositive(double[] y, double[] open, double[] values) {
        int i = 0;
        for (; i < LANES.loopBound(y.length); i += LANES.length()) {
            var isOpen = DoubleVector.fromArray(LANES, open, i).compare(VectorOperators.GT, 0);
            DoubleVector.fromArray(LANES, values, i, isOpen).intoArray(y, i);
        }
        for (; i < y.length; i++) {
            y[i] = Gate.passIfPositive(open[i], values[i]);
        }
    }
}
