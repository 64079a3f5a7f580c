package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Kernel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function the engine can run and differentiate: shape rule, kernel and derivative rule in one place.
public sealed interface Primitive
        permits Source,
                Function,
                Linear,
                MatMul,
                Affine,
                Sum,
                Broadcast,
                Column,
                AsColumn,
                Softmax,
                SoftmaxCrossEntropy,
                Hits {

    /// Shape of the result.
    ///
    /// @throws ShapeMismatchException if the operands do not fit
    Shape shape(List<Shape> operands);

    /// The loop that computes a result of these operands. It belongs to one plan, so it may keep scratch arrays.
    Kernel kernel(List<Shape> operands);

    /// What the edge from an operand makes of its consumer's adjoint; null where the slope is zero everywhere.
    ///
    /// Written with nodes, so that it can be differentiated again.
    @Nullable
    Node contribution(int operand, Node result, Node adjoint);

    /// Positive where the operand matters for the result, for primitives that choose among operands; null if it
    /// always does.
    ///
    /// Differentiation blocks everything behind a closed opening, so that a branch not taken poisons no gradient.
    default @Nullable Node opening(int operand, Node result) {
        return null;
    }

    /// Whether every element depends on the same element of each operand, so that a result may overwrite an operand.
    default boolean isElementwise() {
        return false;
    }
}
