package io.chainrule.learning.training;

import io.chainrule.learning.model.Network;
import io.chainrule.learning.training.optimizer.OptimizerSpec;

/// How long a training run takes on one core: what each kind of its work was seen to take on a current machine.
/// `EstimateBenchmark` holds it against measured runs.
///
/// @param measured rows that every epoch measures in passes of their own
record RunningTime(TrainingSpec spec, Network network, int training, long measured) {

    private static final double RUN = 55e-6; // seconds, as all of these: graphs and plans
    private static final double STEP = 125e-9;
    private static final double UPDATE = 2.3e-9; // of a parameter, and of each number that the optimizer keeps of it
    private static final double VALUE = 0.7e-9;
    private static final double FAR_VALUE = 3e-9; // one that finds no place in the processor's caches
    private static final double OUTPUT = 14e-9; // a probability with its loss
    private static final double MULTIPLY_ADD = 35e-12;

    private static final long CACHE = 16_000_000; // bytes

    double seconds(long steps, long multiplyAdds, long bufferedRows) {
        boolean isFar = Double.BYTES * bufferedRows * network.valuesPerRow() > CACHE;
        double values = (3.0 * training + measured) * network.valuesPerRow() * (isFar ? FAR_VALUE : VALUE);
        double functions = (training + measured / 2.0) * network.nanosecondsPerRow() / 1e9;
        double outputs = (double) (training + measured) * network.outputs() * OUTPUT;
        double passes = evaluations() * (spec.epochs() * (values + functions + outputs) + multiplyAdds * MULTIPLY_ADD);
        double updates = (1.0 + spec.optimizer().numbersKept()) * network.parameterCount() * UPDATE;
        return RUN + steps * (STEP + updates) + passes;
    }

    /// How often the examples are gone through for one step.
    private long evaluations() {
        return switch (spec.optimizer()) {
            case OptimizerSpec.FirstOrder _ -> 1;
            case OptimizerSpec.Lbfgs _ -> 3; // along a line
            case OptimizerSpec.LevenbergMarquardt _ -> 1 + network.parameterCount(); // a derivative for each
        };
    }
}
