package io.chainrule.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.engine.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each structured primitive against central differences of a weighted sum of its result.
class StructuredRulesTest {

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void matrixProductsInEveryTransposition() {
        assertRules(o -> o.get(0).matmul(o.get(1)), new Shape(3, 4), new Shape(4, 2));
        assertRules(o -> o.get(0).matmul(o.get(1), true, false), new Shape(4, 3), new Shape(4, 2));
        assertRules(o -> o.get(0).matmul(o.get(1), false, true), new Shape(3, 4), new Shape(2, 4));
        assertRules(o -> o.get(0).matmul(o.get(1), true, true), new Shape(4, 3), new Shape(2, 4));
    }

    @Test
    void denseLayer() {
        assertRules(o -> o.get(0).affine(o.get(1), o.get(2)), new Shape(5, 3), new Shape(3, 4), Shape.row(4));
    }

    @Test
    void sumsAndRepetitions() {
        assertRules(o -> o.get(0).total(), new Shape(5, 3));
        assertRules(o -> o.get(0).sumTo(Shape.row(3)), new Shape(5, 3));
        assertRules(o -> o.get(0).sumTo(Shape.column(5)), new Shape(5, 3));
        assertRules(o -> o.get(0).broadcast(new Shape(5, 3)), Shape.scalar());
        assertRules(o -> o.get(0).broadcast(new Shape(5, 3)), Shape.row(3));
        assertRules(o -> o.get(0).broadcast(new Shape(5, 3)), Shape.column(5));
        assertRules(o -> o.get(0).times(o.get(1)), new Shape(5, 3), Shape.row(3));
    }

    @Test
    void columns() {
        assertRules(o -> o.getFirst().column(2), new Shape(4, 3));
        assertRules(o -> o.getFirst().asColumn(1, 3), Shape.column(4));
        assertRules(o -> o.getFirst().column(0).times(o.getFirst().column(2)), new Shape(4, 3));
    }

    @Test
    void columnsMustBeThere() {
        var matrix = new Graph().input("x", new Shape(2, 3));
        assertThatThrownBy(() -> matrix.column(3)).isInstanceOf(ShapeMismatchException.class);
        assertThatThrownBy(() -> matrix.asColumn(0, 3)).isInstanceOf(ShapeMismatchException.class);
    }

    @Test
    void linearFunction() {
        assertRules(o -> o.get(0).linear(-2.5, 1), new Shape(2, 3));
    }

    @Test
    void softmaxAndItsCrossEntropy() {
        assertRules(o -> o.getFirst().softmax(), new Shape(4, 3));
        assertRules(
                o -> o.getFirst().softmaxCrossEntropy(o.getFirst().softmax(), firstClass(o.getFirst())),
                new Shape(4, 3));
    }

    @Test
    void crossEntropyStaysExactWhereProbabilitiesSaturate() {
        assertThat(crossEntropy(0, 1000)).isEqualTo(1000);
        assertThat(crossEntropy(40, 0)).isCloseTo(4.248354255291589e-18, within(1e-32));
    }

    private static double crossEntropy(double trueScore, double otherScore) {
        var graph = new Graph();
        var z = graph.input("z", Shape.row(2));
        var target = graph.input("target", Shape.row(2));
        var loss = z.softmaxCrossEntropy(z.softmax(), target);
        return Plan.of(loss)
                .with(z, trueScore, otherScore)
                .with(target, 1, 0)
                .run()
                .scalar();
    }

    @Test
    void hitsCountRowsWhoseFirstLargestScoreIsTheTarget() {
        var graph = new Graph();
        var z = graph.input("z", new Shape(3, 2));
        var target = graph.input("target", new Shape(3, 2));
        var plan = Plan.of(z.hits(target)).with(z, 1, 2, 3, 3, 5, 4).with(target, 0, 1, 1, 0, 0, 1);
        assertThat(plan.run().scalar()).isEqualTo(2);
    }

    /// One-hot targets of the first class.
    private static Node firstClass(Node scores) {
        return scores.graph().input("first class", scores.shape());
    }

    private void assertRules(Function<List<Node>, Node> primitive, Shape... shapes) {
        var graph = new Graph();
        var operands = List.of(shapes).stream()
                .map(shape -> graph.input("operand", shape))
                .toList();
        var result = primitive.apply(operands);
        var weights = graph.input("weights", result.shape());
        var output = result.times(weights).total();
        var gradient = graph.gradient(output, operands);
        var values = operands.stream()
                .map(operand -> random.doubles(operand.shape().size(), -1, 1).toArray())
                .toList();
        var plan = Plan.of(Stream.concat(Stream.of(output), gradient.stream()).toList(), Map.of());
        plan.with(weights, random.doubles(weights.shape().size(), -1, 1).toArray());
        graph.nodes().stream()
                .filter(node -> node.primitive().equals(new Source.Input("first class")))
                .forEach(node -> plan.with(node, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0));
        for (int i = 0; i < values.size(); i++) {
            plan.with(operands.get(i), values.get(i));
        }
        for (int i = 0; i < values.size(); i++) {
            for (int k = 0; k < values.get(i).length; k++) {
                double expected = (at(plan, operands.get(i), values.get(i), k, 1e-5)
                                - at(plan, operands.get(i), values.get(i), k, -1e-5))
                        / 2e-5;
                plan.with(operands.get(i), values.get(i)).run();
                assertThat(plan.array(gradient.get(i))[k])
                        .as("operand %d, element %d", i, k)
                        .isCloseTo(expected, within(1e-8));
            }
        }
    }

    private static double at(Plan plan, Node operand, double[] values, int element, double shift) {
        var moved = values.clone();
        moved[element] += shift;
        return plan.with(operand, moved).run().scalar();
    }
}
