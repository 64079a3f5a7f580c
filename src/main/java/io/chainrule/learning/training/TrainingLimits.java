package io.chainrule.learning.training;

import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.learning.specification.InvalidSpecException;

/// How much one training run may ask for.
///
/// @param layers with weights, the output layer aside
/// @param frameBytes of the parameters that are kept in all its frames
public record TrainingLimits(long parameters, int layers, int epochs, long memoryBytes, long frameBytes, long seconds) {

    public static final TrainingLimits DEFAULT = new TrainingLimits(1_000_000, 16, 100_000, 1L << 30, 1L << 28, 3_600);

    /// Lets a model through that is no deeper than these.
    ///
    /// @throws InvalidSpecException if it is deeper
    public void check(ModelSpec model) {
        if (model instanceof ModelSpec.Layers spelled && spelled.dense() > layers) {
            throw new InvalidSpecException(
                    "/model/layers",
                    "A model has at most %d dense layers but got %d".formatted(layers, spelled.dense()));
        }
    }

    /// Lets a run through that needs no more than these.
    ///
    /// @throws BudgetExceededException if the run would need more
    public void check(TrainingSpec spec, Estimate estimate) {
        require("parameters", estimate.parameterCount(), parameters, "Fewer or narrower layers would fit.");
        require("epochs", spec.epochs(), epochs, "Train for %d epochs at most.".formatted(epochs));
        require(
                "bytes of memory",
                estimate.memoryBytes(),
                memoryBytes,
                "A smaller batchSize, fewer epochs or a smaller model would fit.");
        long frame = Double.BYTES * estimate.parameterCount();
        require(
                "bytes for its frames",
                frame * Math.min(spec.frames(), spec.epochs()),
                frameBytes,
                "%d frames would fit, or a smaller model.".formatted(frameBytes / frame));
        require(
                "seconds",
                (long) Math.ceil(estimate.seconds()),
                seconds,
                "Fewer epochs, a larger batchSize or a smaller model would fit.");
    }

    private static void require(String what, long estimate, long limit, String fix) {
        if (estimate > limit) {
            var message = "This training would need %d %s; the limit is %d".formatted(estimate, what, limit);
            throw new BudgetExceededException(message, estimate, limit, fix);
        }
    }
}
