package io.chainrule.learning.training;

import io.chainrule.learning.dataset.Minibatches;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.model.DropoutMask;
import io.chainrule.learning.model.Parameters;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.function.DoubleSupplier;

/// Optimizer steps that together see every training example once.
interface Learning extends Work {

    /// What the specification asks for.
    ///
    /// @param parameters that it changes
    /// @param rate the learning rate of the next step
    static Learning of(Preparation preparation, Parameters parameters, Examples examples, DoubleSupplier rate) {
        return switch (preparation.spec().optimizer()) {
            case OptimizerSpec.Lbfgs lbfgs -> new DescentLearning(lbfgs, preparation.objectives(parameters), examples);
            case OptimizerSpec.FirstOrder firstOrder -> firstOrder(firstOrder, preparation, parameters, examples, rate);
            case OptimizerSpec.LevenbergMarquardt _ ->
                new LeastSquaresLearning(preparation.residuals(examples, parameters));
        };
    }

    private static Learning firstOrder(
            OptimizerSpec.FirstOrder optimizing,
            Preparation preparation,
            Parameters parameters,
            Examples examples,
            DoubleSupplier rate) {
        var spec = preparation.spec();
        var objectives = preparation.objectives(parameters);
        var optimizer =
                BoundedSteps.of(optimizing.start(parameters.learnedArrays()), spec.regularization(), parameters);
        int count = examples.count();
        if (spec.isFullBatch(count) && !preparation.network().differsInTraining()) {
            return new FullBatch(objectives, examples, optimizer, rate);
        }
        var random = RandomStream.of(spec.seed(), Minibatches.STREAM);
        var minibatches = new Minibatches(count, spec.batchSize(count), spec.shuffle(), random);
        var dropout = RandomStream.of(spec.seed(), DropoutMask.STREAM);
        return new MinibatchLearning(objectives, examples, minibatches, dropout, optimizer, rate);
    }

    /// How many steps were taken since the start of the run.
    long steps();

    /// The length of the gradient of the epoch's last step.
    double gradientNorm();

    /// Whether there is nowhere to go after the last step.
    default boolean hasConverged() {
        return false;
    }
}
