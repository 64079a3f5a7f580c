package io.chainrule.learning.training;

import io.chainrule.learning.model.Parameters;
import io.chainrule.learning.model.Tensor;
import io.chainrule.learning.model.TensorRole;
import io.chainrule.learning.training.optimizer.Optimizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shortens gradients before each step, and the weights into each unit after it.
final class BoundedSteps implements Optimizer {

    private final Optimizer optimizer;
    private final @Nullable Double clipNorm;
    private final @Nullable Double maxNorm;
    private final Tensor[] weights;

    private BoundedSteps(Optimizer optimizer, Regularization bounds, Parameters parameters) {
        this.optimizer = optimizer;
        this.clipNorm = bounds.clipNorm();
        this.maxNorm = bounds.maxNorm();
        this.weights = parameters.tensors().stream()
                .filter(tensor -> tensor.role() == TensorRole.WEIGHTS)
                .toArray(Tensor[]::new);
    }

    /// The optimizer itself if nothing is bounded.
    static Optimizer of(Optimizer optimizer, Regularization bounds, Parameters parameters) {
        return bounds.clipNorm() == null && bounds.maxNorm() == null
                ? optimizer
                : new BoundedSteps(optimizer, bounds, parameters);
    }

    @Override
    public void step(double[][] gradients, double learningRate) {
        if (clipNorm != null) {
            clip(gradients, clipNorm);
        }
        optimizer.step(gradients, learningRate);
        if (maxNorm != null) {
            for (var tensor : weights) {
                shorten(tensor, maxNorm);
            }
        }
    }

    @Override
    public List<double[]> memory() {
        return optimizer.memory();
    }

    private static void clip(double[][] gradients, double most) {
        double length = GradientNorm.of(gradients);
        if (length > most) {
            double factor = most / length;
            for (var gradient : gradients) {
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] *= factor;
                }
            }
        }
    }

    private static void shorten(Tensor tensor, double most) {
        var values = tensor.values();
        int units = tensor.columns();
        for (int unit = 0; unit < units; unit++) {
            double squares = 0;
            for (int i = unit; i < values.length; i += units) {
                squares = Math.fma(values[i], values[i], squares);
            }
            double length = Math.sqrt(squares);
            if (length > most) {
                for (int i = unit; i < values.length; i += units) {
                    values[i] *= most / length;
                }
            }
        }
    }
}
