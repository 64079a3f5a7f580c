package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Columns;
import io.chainrule.engine.kernel.Kernel;
import java.util.List;

/// One column of a matrix, counted from 0. Its adjoint goes back into that column.
public record Column(int index) implements Primitive {

    @Override
    public Shape shape(List<Shape> operands) {
        var from = operands.getFirst();
        if (index < 0 || index >= from.columns()) {
            throw new ShapeMismatchException("There is no column %d in %s".formatted(index, from));
        }
        return Shape.column(from.rows());
    }

    @Override
    public Kernel kernel(List<Shape> operands) {
        return Columns.taken(index, operands.getFirst().columns());
    }

    @Override
    public Node contribution(int operand, Node y, Node adjoint) {
        return adjoint.asColumn(index, y.operand(0).shape().columns());
    }
}
