package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Kernel;
import io.chainrule.engine.kernel.Reduction;
import java.util.List;

/// Sum down to 1×1, to a row (over rows) or to a column (over columns).
public record Sum(Shape to) implements Primitive {

    @Override
    public Shape shape(List<Shape> operands) {
        var from = operands.getFirst();
        if (!to.repeatsTo(from)) {
            throw new ShapeMismatchException("Cannot sum %s down to %s".formatted(from, to));
        }
        return to;
    }

    @Override
    public Kernel kernel(List<Shape> operands) {
        var from = operands.getFirst();
        if (to.size() == 1) {
            return Reduction::total;
        }
        return to.rows() == 1
                ? Reduction.ofColumns(from.rows(), from.columns())
                : Reduction.ofRows(from.rows(), from.columns());
    }

    @Override
    public Node contribution(int operand, Node y, Node adjoint) {
        return adjoint.broadcast(y.operand(0).shape());
    }
}
