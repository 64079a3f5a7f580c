package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Kernel;
import java.util.List;

/// Where a computation starts: values given for each run, or known beforehand.
public sealed interface Source extends Primitive {

    /// Values that whoever runs the graph provides.
    record Input(String name) implements Source {}

    /// The same value in every element.
    record Constant(double value) implements Source {}

    @Override
    default Shape shape(List<Shape> operands) {
        throw new IllegalStateException("A source has no operands to take its shape from");
    }

    @Override
    default Kernel kernel(List<Shape> operands) {
        throw new IllegalStateException("A source is not computed");
    }

    @Override
    default Node contribution(int operand, Node result, Node adjoint) {
        throw new IllegalStateException("A source has no operands");
    }
}
