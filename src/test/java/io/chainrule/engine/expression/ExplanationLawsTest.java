package io.chainrule.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.engine.expression.ExplainedGraph.Edge;
import io.chainrule.engine.expression.ExplainedGraph.Node;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What holds for every expression, at every point.
class ExplanationLawsTest {

    private static final Map<String, Double> AT = Map.of("x", 0.7, "y", -1.3, "z", 2.1);

    @Test
    void aNodesGradientIsTheSumOfTheContributionsThatLeaveIt() {
        int checked = 0;
        for (long seed = 0; seed < 500; seed++) {
            var expression =
                    ExpressionParser.parse(new RandomExpressions(seed).next().print());
            var graph = GradientQuestion.of(expression, AT, null, 1).answer().graph();
            for (var node : graph.nodes()) {
                var leaving = graph.edges().stream()
                        .filter(edge -> edge.from() == node.id())
                        .toList();
                checked += check(expression, graph, node, leaving) ? 1 : 0;
            }
        }
        assertThat(checked).isGreaterThan(2_000);
    }

    private static boolean check(Expression expression, ExplainedGraph graph, Node node, List<Edge> leaving) {
        var gradient = node.gradient();
        if (gradient == null) {
            assertThat(leaving).allMatch(edge -> edge.contribution() == null && edge.localDerivative() == null);
            return false;
        }
        assertThat(leaving).allMatch(edge -> edge.contribution() != null && edge.localDerivative() != null);
        double sum = leaving.stream().mapToDouble(Edge::contribution).sum();
        double magnitude = leaving.stream()
                .mapToDouble(edge -> Math.abs(edge.contribution()))
                .sum();
        if (node.id() == graph.output()) {
            assertThat(gradient).isEqualTo(1);
        } else if (Double.isFinite(magnitude)) {
            assertThat(Math.abs(gradient - sum))
                    .as("node %d of %s", node.id(), expression.print())
                    .isLessThanOrEqualTo(1e-12 * Math.max(magnitude, Double.MIN_NORMAL));
        }
        for (var edge : leaving) {
            double expected =
                    edge.localDerivative() * graph.nodes().get(edge.to()).gradient();
            if (Double.isFinite(expected)) {
                assertThat(edge.contribution())
                        .as("edge %s of %s", edge, expression.print())
                        .isCloseTo(expected, org.assertj.core.data.Percentage.withPercentage(1e-9));
            }
        }
        return true;
    }

    @Test
    void hessiansAreTheSameInEitherOrderOfDifferentiation() {
        int checked = 0;
        for (long seed = 0; seed < 300; seed++) {
            var expression =
                    ExpressionParser.parse(new RandomExpressions(seed).next().print());
            var names = List.of("z", "x", "y");
            var forwards =
                    GradientQuestion.of(expression, AT, names, 2).answer().hessian();
            var backwards = GradientQuestion.of(expression, AT, names.reversed(), 2)
                    .answer()
                    .hessian();
            for (var row : names) {
                for (var column : names) {
                    double one = forwards.get(row).get(column);
                    double other = backwards.get(row).get(column);
                    if (Double.isFinite(one) && Double.isFinite(other)) {
                        assertThat(Math.abs(one - other))
                                .as("%s by %s and %s", expression.print(), row, column)
                                .isLessThanOrEqualTo(1e-9 * Math.max(1e-6, Math.abs(one)));
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(1_000);
    }
}
