package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Kernel;
import io.chainrule.engine.kernel.MatrixProduct;
import java.util.List;

/// Y = X·W + b: a dense layer, the bias row being where every chain of additions starts.
public record Affine() implements Primitive {

    @Override
    public Shape shape(List<Shape> operands) {
        var product = new MatMul(false, false).shape(operands.subList(0, 2));
        if (!operands.get(2).equals(Shape.row(product.columns()))) {
            throw new ShapeMismatchException("Cannot add biases of %s to rows of %d: one for each column is needed"
                    .formatted(operands.get(2), product.columns()));
        }
        return product;
    }

    @Override
    public Kernel kernel(List<Shape> operands) {
        var y = shape(operands);
        return MatrixProduct.of(y.rows(), y.columns(), operands.getFirst().columns(), false, false);
    }

    /// X̄ = Ȳ·Wᵀ, W̄ = Xᵀ·Ȳ, and b̄ sums the rows of Ȳ.
    @Override
    public Node contribution(int operand, Node y, Node adjoint) {
        return switch (operand) {
            case 0 -> adjoint.matmul(y.operand(1), false, true);
            case 1 -> y.operand(0).matmul(adjoint, true, false);
            default -> adjoint.sumTo(y.operand(2).shape());
        };
    }
}
