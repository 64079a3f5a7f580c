package io.chainrule.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.engine.plan.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TangentsTest {

    private final Graph graph = new Graph();
    private final Node x = graph.input("x", Shape.scalar());
    private final Node y = graph.input("y", Shape.scalar());

    @Test
    void forwardModeIsTheGradientTimesTheDirection() {
        var output = x.times(y).sin().plus(x.square());
        var tangent = tangent(output, Map.of(x, graph.constant(3), y, graph.constant(-1)));
        double expected = 3 * (2 * StrictMath.cos(3) + 3) - 1.5 * StrictMath.cos(3);
        assertThat(Plan.of(tangent).with(x, 1.5).with(y, 2).run().scalar()).isEqualTo(expected);
    }

    @Test
    void whatRestsHasNoTangent() {
        var output = x.times(y).sin();
        var tangents = graph.tangents(List.of(output), Map.of());
        assertThat(tangents.of(output)).isNull();
        assertThat(tangents.of(x)).isNull();
    }

    @Test
    void aFlatFunctionStopsWhatMoves() {
        var output = graph.apply(Unary.FLOOR, x);
        assertThat(graph.tangents(List.of(output), Map.of(x, graph.constant(1))).of(output))
                .isNull();
    }

    @Test
    void aBranchNotTakenPoisonsNothing() {
        var chosen = x.log().exp().sqrt().where(x.isPositive(), x);
        var tangent = tangent(chosen, Map.of(x, graph.constant(1)));
        assertThat(Plan.of(tangent).with(x, -1).run().scalar()).isEqualTo(1);
    }

    @Test
    void forwardModeThroughTheBackwardPassGivesSecondDerivatives() {
        var slope = graph.gradient(x.power(y), x);
        var tangent = tangent(slope, Map.of(x, graph.constant(2)));
        assertThat(Plan.of(tangent).with(x, 2).with(y, 5).run().scalar()).isEqualTo(2 * 5 * 4 * 8);
    }

    @Test
    void structuredPrimitivesAreRefused() {
        var output = x.matmul(y);
        assertThatThrownBy(() -> tangent(output, Map.of(x, graph.constant(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MatMul");
    }

    private Node tangent(Node output, Map<Node, Node> directions) {
        return graph.tangents(List.of(output), directions).of(output);
    }
}
