package io.chainrule.engine.graph;

import io.chainrule.engine.kernel.Classes;
import io.chainrule.engine.kernel.Kernel;
import java.util.List;

/// Class probabilities of scores, row by row: `e^(z − max z)/Σ`.
public record Softmax() implements Primitive {

    @Override
    public Shape shape(List<Shape> operands) {
        return operands.getFirst();
    }

    @Override
    public Kernel kernel(List<Shape> operands) {
        return Classes.softmax(operands.getFirst().rows(), operands.getFirst().columns());
    }

    /// z̄ = p·(p̄ − Σ p̄·p).
    @Override
    public Node contribution(int operand, Node p, Node adjoint) {
        var weighted = adjoint.times(p).sumTo(Shape.column(p.shape().rows()));
        return p.times(adjoint.minus(weighted));
    }
}
