package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Kernel;
import io.chainrule.engine.kernel.Repetition;
import java.util.List;

/// A number, row or column repeated up to a shape.
public record Broadcast(Shape to) implements Primitive {

    @Override
    public Shape shape(List<Shape> operands) {
        var from = operands.getFirst();
        if (!from.repeatsTo(to)) {
            throw new ShapeMismatchException("Cannot repeat %s up to %s".formatted(from, to));
        }
        return to;
    }

    @Override
    public Kernel kernel(List<Shape> operands) {
        var from = operands.getFirst();
        if (from.size() == 1) {
            return Repetition::ofNumber;
        }
        return from.rows() == 1
                ? Repetition.ofRow(to.rows(), to.columns())
                : Repetition.ofColumn(to.rows(), to.columns());
    }

    @Override
    public Node contribution(int operand, Node y, Node adjoint) {
        return adjoint.sumTo(y.operand(0).shape());
    }
}
