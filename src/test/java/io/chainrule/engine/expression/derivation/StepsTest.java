package io.chainrule.engine.expression.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.engine.expression.GradientQuestion;
import io.chainrule.engine.expression.derivation.Step.Backward;
import io.chainrule.engine.expression.derivation.Step.Forward;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {

    private static List<Step> steps(String text, Map<String, Double> at) {
        return Steps.of(GradientQuestion.of(ExpressionParser.parse(text), at, null, 1)
                .answer()
                .graph());
    }

    @Test
    void theForwardPassComesInEvaluationOrder() {
        var steps = steps("sin(x*y) + x^2", Map.of("x", 1.5, "y", 2.0));
        assertThat(steps.subList(0, 4)).allMatch(Forward.class::isInstance);
        assertThat(steps.getFirst()).isEqualTo(new Forward(2, "x*y", "The product", List.of(1.5, 2.0), 3, "1.5*2 = 3"));
        assertThat(steps.subList(0, 4)).extracting(Step::rule).containsExactly("x*y", "sin(v2)", "x^2", "v3+v5");
    }

    @Test
    void theBackwardPassHandsEveryGradientOn() {
        var answer = GradientQuestion.of(ExpressionParser.parse("sin(x*y) + x^2"), Map.of("x", 1.5, "y", 2.0), null, 1)
                .answer();
        var backward = Steps.of(answer.graph()).stream()
                .filter(Backward.class::isInstance)
                .map(Backward.class::cast)
                .toList();
        assertThat(backward)
                .extracting(Step::rule)
                .containsExactly(
                        "d(a+b)/da = 1",
                        "d(a+b)/db = 1",
                        "d(a^2)/da = 2*a",
                        "d(sin(a))/da = cos(a)",
                        "d(a*b)/da = b",
                        "d(a*b)/db = a");
        assertThat(backward.getFirst().node()).isEqualTo(answer.graph().output());
        assertThat(backward.get(3).arithmetic()).isEqualTo("1*(-0.9899924966004454) = -0.9899924966004454");
        assertThat(backward.get(3).explanation()).isEqualTo("Chain rule: the gradient times the slope of sin");
        assertThat(backward).allSatisfy(step -> {
            assertThat(step.contribution()).isEqualTo(step.edge().contribution());
            assertThat(step.upstream())
                    .isEqualTo(answer.graph().nodes().get(step.node()).gradient());
        });
        assertThat(backward.get(4).gradient()).isEqualTo(answer.gradient().get("x"));
        assertThat(backward.getLast().gradient()).isEqualTo(answer.gradient().get("y"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    x^y        | d(a^b)/da = where(b != 0, b*a^(b - 1), 0)
                    -x         | d(-a)/da = -1
                    x/y        | d(a/b)/da = 1/b
                    floor(x)   | d(floor(a))/da = 0
                    x > y      | d(a>b)/da = 0
                    max(x, y)  | d(max(a, b))/da = where(a >= b, 1/(1 + (a == b)), 0)
                    max(x, y, 1, 2, 3) | d(max(…))/da with a as operand 1 of 5
                    leaky_relu(x) | d(leaky_relu(a))/da = where(a > 0, 1, 0.01)
                    tanh(x)    | d(tanh(a))/da = 1/cosh(a)^2
                    """)
    void rulesComeFromTheTable(String text, String rule) {
        var steps = steps(text, Map.of("x", 1.5, "y", 2.0));
        assertThat(steps).extracting(Step::rule).contains(rule);
    }

    @Test
    void aBranchNotTakenIsSaidToBlock() {
        var steps = steps("where(x > 0, sqrt(x), x)", Map.of("x", 0.0));
        assertThat(steps).extracting(Step::arithmetic).contains("0, since the branch was not taken");
    }

    @Test
    void aSingleVariableNeedsNoStep() {
        assertThat(steps("x", Map.of("x", 1.0))).isEmpty();
    }
}
