package io.chainrule.learning.training;

import io.chainrule.learning.model.Network;

/// What a training run will cost, known before it starts.
///
/// @param steps optimizer steps
/// @param multiplyAdds of all matrix products
/// @param memoryBytes of everything that grows with data, model and epochs
/// @param seconds on one core of a current machine that has nothing else to do, roughly
public record Estimate(long parameterCount, long steps, long multiplyAdds, long memoryBytes, double seconds) {

    /// Columns of a history with validation, and the epoch's number.
    private static final int HISTORY_COLUMNS = 7;

    /// Graphs and plans of a small network.
    private static final long OBJECTS = 40 << 10;

    static Estimate of(TrainingSpec spec, Network network, int training, int validation) {
        boolean fullBatch = spec.isFullBatch(training);
        int batch = spec.batchSize(training);
        long steps = spec.epochs() * ((training + batch - 1L) / batch);
        long measured = validation + (fullBatch ? 0L : training);
        long ofAnEpoch = training * network.multiplyAddsOfGradient() + measured * network.multiplyAdds();
        long multiplyAdds = (long) ((double) spec.epochs() * ofAnEpoch); // what is beyond all numbers is the greatest
        return new Estimate(
                network.parameterCount(),
                steps,
                multiplyAdds,
                memoryBytes(spec, network, training, validation),
                new RunningTime(spec, network, training, measured)
                        .seconds(steps, multiplyAdds, bufferedRows(spec, training, validation)));
    }

    private static long memoryBytes(TrainingSpec spec, Network network, int training, int validation) {
        long data = (long) (training + validation) * (network.inputs() + network.outputs());
        long buffers = bufferedRows(spec, training, validation) * network.valuesPerRow();
        long copies = 3L + spec.optimizer().numbersKept();
        long history = (long) HISTORY_COLUMNS * spec.epochs();
        return OBJECTS + Double.BYTES * (data + buffers + copies * network.parameterCount() + history);
    }

    /// Rows whose values are kept at once. A pass over all examples measures them too, and gives each place to several
    /// values; minibatches have a pass and its adjoints, and blocks that are measured.
    private static long bufferedRows(TrainingSpec spec, int training, int validation) {
        return spec.isFullBatch(training)
                ? training + (validation > 0 ? Measurement.BLOCK : 0)
                : 2L * spec.batchSize(training) + Measurement.BLOCK;
    }
}
