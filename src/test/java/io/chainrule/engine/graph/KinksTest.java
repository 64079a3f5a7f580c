package io.chainrule.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.engine.plan.Plan;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Kinks, ties and small values, each by name.
class KinksTest {

    @Test
    void kinksTakeTheirStatedSlope() {
        assertThat(Slopes.gradient(Unary.RELU, 0)).containsExactly(0);
        assertThat(Slopes.gradient(Unary.ABS, 0)).containsExactly(0);
        assertThat(Slopes.gradient(Unary.LEAKY_RELU, 0)).containsExactly(0.01);
        assertThat(Slopes.gradient(Binary.LEAKY_RELU, 0, 0.2)).containsExactly(0.2, 0);
        assertThat(Slopes.gradient(Unary.SELU, 0)).containsExactly(1.0507009873554805 * 1.6732632423543772);
        assertThat(Slopes.gradient(Several.CLIP, 1, 1, 2)[0]).isZero();
        assertThat(Slopes.gradient(Several.CLIP, 2, 1, 2)[0]).isZero();
        assertThat(Slopes.gradient(Several.HYPOT, 0, 0)).containsExactly(0, 0);
        assertThat(Slopes.gradient(Several.HYPOT, 1, Double.NaN)[0]).isNaN();
        assertThat(Slopes.gradient(Unary.FLOOR, 2)).containsExactly(0);
    }

    @Test
    void tiesShareEqually() {
        assertThat(Slopes.gradient(Several.MAX, 2, 2)).containsExactly(0.5, 0.5);
        assertThat(Slopes.gradient(Several.MIN, 2, 2, 2, 5)).containsExactly(1 / 3., 1 / 3., 1 / 3., 0);
    }

    @Test
    void extremeOfManyOperandsTakesNodesInProportion() {
        assertThat(nodesToDifferentiateMax(400)).isLessThan(3 * nodesToDifferentiateMax(200));
    }

    private static int nodesToDifferentiateMax(int operands) {
        var graph = new Graph();
        var inputs = IntStream.range(0, operands)
                .mapToObj(i -> graph.input("x" + i, Shape.scalar()))
                .toList();
        graph.gradient(graph.apply(Several.MAX, inputs), inputs);
        return graph.nodes().size();
    }

    @Test
    void powersOfZeroAndOfNegativeBasesHaveTheirSlopes() {
        var graph = new Graph();
        var x = graph.input("x", Shape.scalar());
        assertThat(slope(graph, x, x.power(graph.constant(3)), -2)).isEqualTo(12);
        assertThat(slope(graph, x, x.power(graph.constant(0)), 0)).isZero();
        assertThat(slope(graph, x, x.power(graph.constant(1)), 0)).isEqualTo(1);
        assertThat(slope(graph, x, x.power(graph.constant(2)), 0)).isZero();
        assertThat(Slopes.gradient(Binary.POW, 0, 2)).containsExactly(0, 0);
        assertThat(Slopes.gradient(Binary.POW, 0, 0)[0]).isZero();
        assertThat(Slopes.second(Binary.POW, 0, 0, 0, 2)).isEqualTo(2);
    }

    @Test
    void smallSlopesKeepTheirDigits() {
        assertThat(Slopes.gradient(Unary.SIGMOID, 40)[0]).isCloseTo(4.248354255291589e-18, within(1e-33));
        assertThat(Slopes.gradient(Unary.TANH, 19.5)[0]).isCloseTo(4.6192896692063144e-17, within(2e-32));
        assertThat(Slopes.value(Unary.SOFTPLUS, -50)).isCloseTo(1.9287498479639178e-22, within(1e-35));
        assertThat(Slopes.value(Unary.SIGMOID, -700)).isCloseTo(9.8596765437597708e-305, within(1e-317));
    }

    @Test
    void branchNotTakenPoisonsNothing() {
        var graph = new Graph();
        var x = graph.input("x", Shape.scalar());
        var root = x.log().exp().sqrt(); // NaN at -1, slopes too
        var chosen = root.where(x.isPositive(), x);
        assertThat(slope(graph, x, chosen, -1)).isEqualTo(1);
        assertThat(slope(graph, x, chosen, 4)).isCloseTo(0.25, within(1e-16));
        assertThat(slope(graph, x, graph.gradient(chosen, x), -1)).isZero();
    }

    @Test
    void closedReluHidesAnInfiniteSlope() {
        var graph = new Graph();
        var x = graph.input("x", Shape.scalar());
        assertThat(slope(graph, x, x.log().relu(), 0)).isZero();
    }

    @Test
    void operandBehindTwoOpeningsIsOpenWhereOneOfThemIs() {
        var graph = new Graph();
        var x = graph.input("x", Shape.scalar());
        var square = x.square();
        var sum = square.relu().plus(square.where(x.isPositive(), x));
        assertThat(slope(graph, x, sum, -3)).isEqualTo(-6 + 1);
        assertThat(slope(graph, x, sum, 3)).isEqualTo(12);
    }

    private static double slope(Graph graph, Node x, Node output, double at) {
        return Plan.of(graph.gradient(output, x)).with(x, at).run().scalar();
    }
}
