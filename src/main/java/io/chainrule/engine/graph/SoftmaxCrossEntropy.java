package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Classes;
import io.chainrule.engine.kernel.Kernel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// −log p of the true class, row by row, of scores z, their softmax p and one-hot targets.
///
/// The derivative by the scores is p − target; what flows through p is part of it, so p and the targets get nothing.
public record SoftmaxCrossEntropy() implements Primitive {

    @Override
    public Shape shape(List<Shape> operands) {
        Function.common(this, operands);
        return Shape.column(operands.getFirst().rows());
    }

    @Override
    public Kernel kernel(List<Shape> operands) {
        return Classes.crossEntropy(
                operands.getFirst().rows(), operands.getFirst().columns());
    }

    @Override
    public @Nullable Node contribution(int operand, Node losses, Node adjoint) {
        return operand == 0 ? losses.operand(1).minus(losses.operand(2)).times(adjoint) : null;
    }
}
