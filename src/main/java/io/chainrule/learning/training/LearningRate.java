package io.chainrule.learning.training;

import java.util.function.IntToDoubleFunction;

/// The learning rate through a run.
interface LearningRate extends Resumable {

    /// The rate of an epoch, of which the first is number 1.
    double of(int epoch);

    /// Hears how an epoch ended.
    ///
    /// @param loss of the validation examples if there are any, else of the training examples
    void observe(double loss);

    /// One that depends on nothing but the epoch.
    static LearningRate of(IntToDoubleFunction rate) {
        return new LearningRate() {

            @Override
            public double of(int epoch) {
                return rate.applyAsDouble(epoch);
            }

            @Override
            public void observe(double loss) {}

            @Override
            public void save(StateWriter state) {}

            @Override
            public void restore(StateReader state) {}
        };
    }
}
