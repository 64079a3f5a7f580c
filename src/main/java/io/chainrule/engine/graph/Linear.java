package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Elementwise;
import io.chainrule.engine.kernel.Kernel;
import java.util.List;

/// y = slope·x + intercept, element by element and rounded once.
public record Linear(double slope, double intercept) implements Primitive {

    @Override
    public Shape shape(List<Shape> operands) {
        return operands.getFirst();
    }

    @Override
    public Kernel kernel(List<Shape> operands) {
        return Elementwise.linear(slope, intercept);
    }

    @Override
    public Node contribution(int operand, Node y, Node adjoint) {
        return adjoint.times(slope);
    }

    @Override
    public boolean isElementwise() {
        return true;
    }
}
