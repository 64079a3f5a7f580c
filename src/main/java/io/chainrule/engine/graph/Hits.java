package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Classes;
import io.chainrule.engine.kernel.Kernel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many rows of scores are largest at the one-hot target; the first of equal scores counts.
public record Hits() implements Primitive {

    @Override
    public Shape shape(List<Shape> operands) {
        Function.common(this, operands);
        return Shape.scalar();
    }

    @Override
    public Kernel kernel(List<Shape> operands) {
        return Classes.hits(operands.getFirst().rows(), operands.getFirst().columns());
    }

    @Override
    public @Nullable Node contribution(int operand, Node hits, Node adjoint) {
        return null;
    }
}
