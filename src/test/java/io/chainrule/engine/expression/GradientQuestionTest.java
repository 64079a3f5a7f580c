package io.chainrule.engine.expression;

import static io.chainrule.engine.expression.Questions.ask;
import static io.chainrule.engine.expression.Questions.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientQuestionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    x*x                          | 3    | 9                 | 6
                    where(x > 0, sqrt(x), x)     | -1   | -1                | 1
                    where(x > 0, sqrt(x), x)     | 4    | 2                 | 0.25
                    x^3                          | -2   | -8                | 12
                    x^0                          | 0    | 1                 | 0
                    x^1                          | 0    | 0                 | 1
                    x^2                          | 0    | 0                 | 0
                    2^x                          | 0    | 1                 | 0.6931471805599453
                    relu(x)                      | 0    | 0                 | 0
                    abs(x)                       | 0    | 0                 | 0
                    leaky_relu(x)                | 0    | 0                 | 0.01
                    leaky_relu(x, 0.5)           | 0    | 0                 | 0.5
                    selu(x)                      | 0    | 0                 | 1.7580993408473766
                    clip(x, 0, 1)                | 0    | 0                 | 0
                    clip(x, 0, 1)                | 1    | 1                 | 0
                    clip(x, 0, 1)                | 0.5  | 0.5               | 1
                    max(x, 1)                    | 1    | 1                 | 0.5
                    min(x, x, 3)                 | 3    | 3                 | 0.6666666666666666
                    hypot(x, 0)                  | 0    | 0                 | 0
                    sign(x)                      | 0.3  | 1                 | 0
                    floor(x)                     | 1    | 1                 | 0
                    round(x)                     | 2.5  | 2                 | 0
                    ceil(x)*x                    | 1.5  | 3                 | 2
                    (x > 1)*x                    | 2    | 2                 | 1
                    x >= 2                       | 2    | 1                 | 0
                    log(1 + exp(x))              | 0    | 0.6931471805599453 | 0.5
                    -x^2                         | 3    | -9                | -6
                    2^3^2 + 0*x                  | 1    | 512               | 0
                    x/tau*2*pi                   | 1    | 1                 | 1
                    """)
    void oneVariable(String text, double x, double value, double slope) {
        var answer = ask(text, "x=" + x);
        assertThat(answer.value()).isEqualTo(value);
        assertThat(answer.gradient().get("x")).isCloseTo(slope, within(1e-15));
    }

    @Test
    void smallProgramOfTheReference() {
        var z = "(2*x + 2 + x)";
        var q = "(relu(%s) + %s*x)".formatted(z, z);
        var answer = ask("relu(%s*%s) + %s + %s*x".formatted(z, z, q, q), "x=-4");
        assertThat(answer.value()).isEqualTo(-20);
        assertThat(answer.gradient()).containsEntry("x", 46.0);
    }

    @Test
    void smallSlopesKeepTheirDigits() {
        assertThat(ask("sigmoid(x)", "x=40").gradient().get("x"))
                .isCloseTo(4.248354255291589e-18, Percentage.withPercentage(1e-11));
        assertThat(ask("tanh(x)", "x=19.5").gradient().get("x"))
                .isCloseTo(4.6192896692063144e-17, Percentage.withPercentage(1e-11));
    }

    @Test
    void askedTwiceTheAnswerIsTheSame() {
        assertThat(ask("sin(x*y) + x^2", "x=1.5 y=2", 2)).isEqualTo(ask("sin(x*y) + x^2", "x=1.5 y=2", 2));
    }

    @Test
    void aSumOfThreeThousandTermsWorks() {
        var answer = ask("x" + "+x".repeat(2999), "x=2", 2);
        assertThat(answer.value()).isEqualTo(6000);
        assertThat(answer.gradient()).containsEntry("x", 3000.0);
        assertThat(answer.graph().nodes()).hasSize(3000);
        var product = ask("x" + "*x".repeat(2999), "x=1");
        assertThat(product.gradient()).containsEntry("x", 3000.0);
    }

    @Test
    void gradientsComeInTheOrderAsked() {
        var expression = ExpressionParser.parse("a*b*c");
        var at = point("c=4 a=2 b=3");
        assertThat(GradientQuestion.of(expression, at, List.of("c", "a", "c"), 1)
                        .answer()
                        .gradient())
                .hasToString("{c=6.0, a=12.0}");
        assertThat(GradientQuestion.of(expression, at, null, 1).answer().gradient())
                .hasToString("{a=12.0, b=8.0, c=6.0}");
        assertThat(GradientQuestion.of(expression, at, List.of(), 2).answer().hessian())
                .isEmpty();
    }

    @Test
    void nodesThatNothingAskedForReachesHaveNoGradient() {
        var answer = GradientQuestion.of(
                        ExpressionParser.parse("x*sin(y) + floor(x)"), point("x=2 y=1"), List.of("x"), 1)
                .answer();
        var gradients = answer.graph().nodes().stream()
                .map(ExplainedGraph.Node::gradient)
                .toList();
        assertThat(gradients).containsExactly(StrictMath.sin(1), null, null, 1.0, 1.0, 1.0);
        assertThat(answer.graph().edges()).contains(new ExplainedGraph.Edge(0, 4, 0, 0.0, 0.0));
        assertThat(answer.graph().edges()).contains(new ExplainedGraph.Edge(1, 2, 0, null, null));
    }

    @Test
    void whatIsGivenButDoesNotOccurIsFlatAndWarnedAbout() {
        var answer = GradientQuestion.of(ExpressionParser.parse("x^2"), point("z=1 x=2 pi=3"), List.of("z", "x"), 2)
                .answer();
        assertThat(answer.gradient()).containsEntry("z", 0.0).containsEntry("x", 4.0);
        assertThat(answer.hessian()).hasToString("{z={z=0.0, x=0.0}, x={z=0.0, x=2.0}}");
        assertThat(answer.warnings()).extracting(Warning::code).containsExactly("superfluous-name", "superfluous-name");
        assertThat(GradientQuestion.of(ExpressionParser.parse("x^2"), point("z=1 x=2"), List.of("z"), 2)
                        .answer()
                        .gradient())
                .containsExactly(org.assertj.core.api.Assertions.entry("z", 0.0));
    }

    @Test
    void anExpressionMayBeASingleLeaf() {
        assertThat(ask("x", "x=7", 2).hessian()).hasToString("{x={x=0.0}}");
        assertThat(ask("x", "x=7").graph().nodes().getFirst().gradient()).isEqualTo(1);
        assertThat(ask("2", "", 2).value()).isEqualTo(2);
        assertThat(ask("pi", "").gradient()).isEmpty();
        assertThat(ask("x*y", "x=7 y=2", 2).hessian()).hasToString("{x={x=0.0, y=1.0}, y={x=1.0, y=0.0}}");
    }

    @ParameterizedTest
    @CsvSource({
        "sinx + 1, x=1, Write sin(x) for sinx",
        "sinx + 1, '', Write sin(x) for sinx",
        "log10x, x=1, Write log10(x) for log10x",
        "xy, x=1 y=2, Write x*y for xy",
        "x2*2, x=1, Write x*2 for x2",
        "alpha, alhpa=1, Write alhpa for alpha",
        "PI*x, x=1, Write pi for PI",
        "q, x=1, Give q a value",
    })
    void missingVariablesAreGuessedAt(String text, String at, String fix) {
        var problem = catchThrowableOfType(MissingVariableException.class, () -> ask(text, at));
        assertThat(problem.fix()).isEqualTo(fix);
    }

    @Test
    void missingVariablesAreListedAllAtOnce() {
        assertThatThrownBy(() -> ask("a + b + c", "b=1"))
                .isInstanceOfSatisfying(
                        MissingVariableException.class,
                        problem -> assertThat(problem.names()).containsExactly("a", "c"))
                .hasMessage("No value for a, c");
    }

    @Test
    void unknownNamesInWrtAreRefused() {
        assertThatThrownBy(() ->
                        GradientQuestion.of(ExpressionParser.parse("alpha^2"), point("alpha=1"), List.of("alpa"), 1))
                .isInstanceOfSatisfying(
                        UnknownNameException.class,
                        problem -> assertThat(problem.nearest()).isEqualTo("alpha"));
    }

    @Test
    void manyVariablesAndASecondOrderStayAffordable() {
        var terms = IntStream.range(0, 200).mapToObj(i -> "sin(x%d)*x%d^2".formatted(i, (i + 1) % 200));
        var names = IntStream.range(0, 200).mapToObj(i -> "x" + i + "=0.5");
        var answer = ask(terms.collect(Collectors.joining("*")), names.collect(Collectors.joining(" ")), 2);
        assertThat(answer.hessian()).hasSize(200);
    }
}
