package io.chainrule.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.engine.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {

    private final Graph graph = new Graph();
    private final Node x = graph.input("x", Shape.scalar());

    @Test
    void nodeUsedTwiceReceivesBothContributions() {
        var slope = graph.gradient(x.times(x), x);
        assertThat(Plan.of(slope).with(x, 3).run().scalar()).isEqualTo(6);
    }

    @Test
    void askedTwiceTheGradientIsTheSame() {
        var output = x.times(x).sin();
        var first = graph.gradient(output, x);
        var second = graph.gradient(output, x);
        assertThat(Plan.of(first).with(x, 3).run().scalar())
                .isEqualTo(Plan.of(second).with(x, 3).run().scalar());
    }

    @Test
    void smallProgramHasItsKnownSlope() {
        var z = x.times(2).plus(2).plus(x);
        var q = z.relu().plus(z.times(x));
        var h = z.times(z).relu();
        var y = h.plus(q).plus(q.times(x));
        var plan = Plan.of(y, graph.gradient(y, x)).with(x, -4).run();
        assertThat(plan.scalar()).isEqualTo(-20);
        assertThat(Plan.of(graph.gradient(y, x)).with(x, -4).run().scalar()).isEqualTo(46);
    }

    @Test
    void derivativesOfAnyOrderNeedNothingMore() {
        var output = x.sin();
        for (int order = 1; order <= 5; order++) {
            output = graph.gradient(output, x);
        }
        assertThat(Plan.of(output).with(x, 0.7).run().scalar()).isCloseTo(StrictMath.cos(0.7), within(1e-15));
    }

    @Test
    void chainOfOneHundredThousandNodesIsOneLoop() {
        var node = x;
        for (int i = 0; i < 100_000; i++) {
            node = node.plus(x);
        }
        assertThat(Plan.of(graph.gradient(node, x)).with(x, 1).run().scalar()).isEqualTo(100_001);
    }

    @Test
    void nanTowardsWhatIsNotAskedForPoisonsNothing() {
        var exponent = graph.input("n", Shape.scalar());
        var power = x.power(exponent);
        var plan =
                Plan.of(graph.gradient(power, x)).with(x, -2).with(exponent, 3).run();
        assertThat(plan.scalar()).isEqualTo(12);
    }

    @Test
    void whatDoesNotDependOnTheVariableHasZeroSlope() {
        var other = graph.input("y", Shape.column(3));
        assertThat(Plan.of(graph.gradient(x.square(), other))
                        .run()
                        .array(graph.nodes().getLast()))
                .containsExactly(0, 0, 0);
    }

    @Test
    void adjointOfANodeIsTheSumOfTheContributionsThatLeaveIt() {
        var y = graph.input("y", Shape.scalar());
        var product = x.times(y);
        var output = product.sin().plus(product.times(x));
        var adjoints = graph.adjoints(output, List.of(x, y));
        var viaSin = adjoints.contribution(output.operand(0), 0);
        var viaTimes = adjoints.contribution(output.operand(1), 0);
        assertThat(viaSin).isNotNull();
        assertThat(viaTimes).isNotNull();
        var plan = Plan.of(adjoints.of(product), viaSin, viaTimes)
                .with(x, 2)
                .with(y, 0.5)
                .run();
        assertThat(plan.scalar())
                .isEqualTo(plan.array(viaSin)[0] + plan.array(viaTimes)[0])
                .isEqualTo(StrictMath.cos(1) + 2);
    }

    @Test
    void shapesThatDoNotFitSayWhy() {
        var a = graph.input("a", new Shape(3, 2));
        var b = graph.input("b", new Shape(4, 1));
        assertThatThrownBy(() -> a.matmul(b))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessage("Cannot multiply 3×2 by 4×1: 2 columns meet 4 rows");
        assertThatThrownBy(() -> a.plus(b)).isInstanceOf(ShapeMismatchException.class);
    }
}
