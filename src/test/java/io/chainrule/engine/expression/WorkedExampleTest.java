package io.chainrule.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every number of the worked example: f = 1/(1 + e^-(w1 x1 + w2 x2)) + 0.5 (w1² + w2²).
class WorkedExampleTest {

    private static final String TEXT = "1/(1 + exp(-(w1*x1 + w2*x2))) + 0.5*(w1^2 + w2^2)";
    private static final Evaluation ANSWER = Questions.ask(TEXT, "w1=0.3 w2=-0.5 x1=0.2 x2=0.4");

    @Test
    void valueAndGradientAreExact() {
        assertThat(ANSWER.value()).isCloseTo(0.6350570548417855, within(1e-15));
        assertThat(ANSWER.gradient().keySet()).containsExactly("w1", "x1", "w2", "x2");
        assertSlope("w1", 0.349755798116734);
        assertSlope("w2", -0.400488403766532);
        assertSlope("x1", 0.074633697175101);
        assertSlope("x2", -0.124389495291835);
        assertThat(ANSWER.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    w1*x1                             | 0.06               | 0.24877899058367
                    w2*x2                             | -0.2               | 0.24877899058367
                    w1*x1 + w2*x2                     | -0.14              | 0.24877899058367
                    -(w1*x1 + w2*x2)                  | 0.14               | -0.24877899058367
                    exp(-(w1*x1 + w2*x2))             | 1.1502737988572274 | -0.21627806425811547
                    1 + exp(-(w1*x1 + w2*x2))         | 2.1502737988572274 | -0.21627806425811547
                    1/(1 + exp(-(w1*x1 + w2*x2)))     | 0.4650570548417855 | 1
                    w1^2                              | 0.09               | 0.5
                    w2^2                              | 0.25               | 0.5
                    0.5*(w1^2 + w2^2)                 | 0.17               | 1
                    1/(1 + exp(-(w1*x1 + w2*x2))) + 0.5*(w1^2 + w2^2) | 0.6350570548417855 | 1
                    """)
    void everyIntermediateValueAndGradientIsInTheGraph(String written, double value, double gradient) {
        var node = node(written);
        assertThat(node.value()).isCloseTo(value, within(1e-15));
        assertThat(node.gradient()).isCloseTo(gradient, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"w1, w1*x1, 0.049755798116734", "w1, w1^2, 0.3", "w2, w2*x2, 0.099511596233468", "w2, w2^2, -0.5"})
    void everyContributionIsOnItsEdge(String from, String to, double contribution) {
        var edge = ANSWER.graph().edges().stream()
                .filter(each -> each.from() == node(from).id() && each.to() == node(to).id())
                .findFirst()
                .orElseThrow();
        assertThat(edge.contribution()).isCloseTo(contribution, within(1e-15));
        assertThat(edge.contribution()).isEqualTo(edge.localDerivative() * node(to).gradient());
    }

    @Test
    void variablesListAllTheirPlaces() {
        assertThat(node("w1").spans()).containsExactly(new Span(13, 15), new Span(37, 39));
        assertThat(node("w1")).extracting(ExplainedGraph.Node::op).isEqualTo("variable");
    }

    @Test
    void theGraphOfTheContractIsTheExpressionAsWritten() {
        var graph = Questions.ask("sin(x*y) + x^2", "x=1.5 y=2").graph();
        assertThat(graph.output()).isEqualTo(6);
        assertThat(graph.nodes())
                .extracting(ExplainedGraph.Node::op)
                .containsExactly("variable", "variable", "mul", "sin", "constant", "pow", "add");
        assertThat(graph.nodes())
                .extracting(ExplainedGraph.Node::label)
                .containsExactly("x", "y", "*", "sin", "2", "^", "+");
        assertThat(graph.nodes())
                .extracting(ExplainedGraph.Node::inputs)
                .containsExactly(
                        List.of(), List.of(), List.of(0, 1), List.of(2), List.of(), List.of(0, 4), List.of(3, 5));
        assertThat(graph.nodes().getFirst().spans()).containsExactly(new Span(4, 5), new Span(11, 12));
        assertThat(graph.edges().getFirst()).isEqualTo(new ExplainedGraph.Edge(0, 2, 0, 2.0, 2 * StrictMath.cos(3)));
        assertThat(graph.nodes().get(4).gradient()).isNull();
        assertThat(graph.edges().stream().filter(edge -> edge.from() == 4))
                .allMatch(edge -> edge.contribution() == null && edge.localDerivative() == null);
    }

    private static ExplainedGraph.Node node(String written) {
        return ANSWER.graph().nodes().stream()
                .filter(node -> node.spans().stream()
                        .anyMatch(
                                span -> TEXT.substring(span.start(), span.end()).equals(written)))
                .findFirst()
                .orElseThrow();
    }

    private static void assertSlope(String variable, double slope) {
        assertThat(ANSWER.gradient().get(variable)).isCloseTo(slope, within(1e-15));
    }
}
