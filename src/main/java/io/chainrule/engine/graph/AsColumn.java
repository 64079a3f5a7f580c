package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Columns;
import io.chainrule.engine.kernel.Kernel;
import java.util.List;

/// A column as one of several, the others being 0. Its adjoint is that column's.
public record AsColumn(int index, int columns) implements Primitive {

    @Override
    public Shape shape(List<Shape> operands) {
        var from = operands.getFirst();
        if (from.columns() != 1 || index < 0 || index >= columns) {
            throw new ShapeMismatchException("Cannot make %s column %d of %d columns".formatted(from, index, columns));
        }
        return new Shape(from.rows(), columns);
    }

    @Override
    public Kernel kernel(List<Shape> operands) {
        return Columns.placed(index, columns);
    }

    @Override
    public Node contribution(int operand, Node y, Node adjoint) {
        return adjoint.column(index);
    }
}
