package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Kernel;
import io.chainrule.engine.kernel.MatrixProduct;
import java.util.List;

/// Matrix product C = A·B, either operand transposed on request.
public record MatMul(boolean transposeLeft, boolean transposeRight) implements Primitive {

    @Override
    public Shape shape(List<Shape> operands) {
        var a = transposeLeft ? operands.getFirst().transposed() : operands.getFirst();
        var b = transposeRight ? operands.getLast().transposed() : operands.getLast();
        if (a.columns() != b.rows()) {
            throw new ShapeMismatchException(
                    "Cannot multiply %s by %s: %d columns meet %d rows".formatted(a, b, a.columns(), b.rows()));
        }
        return new Shape(a.rows(), b.columns());
    }

    @Override
    public Kernel kernel(List<Shape> operands) {
        var a = operands.getFirst();
        var c = shape(operands);
        return MatrixProduct.of(
                c.rows(), c.columns(), transposeLeft ? a.rows() : a.columns(), transposeLeft, transposeRight);
    }

    /// Ā = C̄·Bᵀ and B̄ = Aᵀ·C̄, with the transpositions carried along.
    @Override
    public Node contribution(int operand, Node c, Node adjoint) {
        var a = c.operand(0);
        var b = c.operand(1);
        if (operand == 0) {
            return transposeLeft ? b.matmul(adjoint, transposeRight, true) : adjoint.matmul(b, false, !transposeRight);
        }
        return transposeRight ? adjoint.matmul(a, true, transposeLeft) : a.matmul(adjoint, !transposeLeft, false);
    }
}
