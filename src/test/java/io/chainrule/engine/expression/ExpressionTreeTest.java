package io.chainrule.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTreeTest {

    private static final Object CONTRACT = Map.of(
            "add", List.of(Map.of("sin", List.of(Map.of("mul", List.of("x", "y")))), Map.of("pow", List.of("x", 2.0))));

    @Test
    void readsTheTreeOfTheContract() {
        assertThat(ExpressionTree.read(CONTRACT).print()).isEqualTo("sin(x*y) + x^2");
    }

    @Test
    void longerSumsFoldToTheLeft() {
        var tree = Map.of("add", List.of("x", Map.of("mul", List.of(2, "y", "pi")), -3));
        assertThat(Trees.spelled(ExpressionTree.read(tree))).isEqualTo(Trees.spelled("x + 2*y*pi + -3"));
    }

    @Test
    void spansPointIntoThePrintedText() {
        var expression = ExpressionTree.read(CONTRACT);
        var spans = expression.inEvaluationOrder().stream()
                .map(part -> expression
                        .print()
                        .substring(part.span().start(), part.span().end()))
                .toList();
        assertThat(spans).containsExactly("x", "y", "x*y", "sin(x*y)", "x", "2", "x^2", "sin(x*y) + x^2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sin(x*y) + x^2",
                "-x^-2",
                "-2",
                "x - -0",
                "a + b + c*d*e - f - g",
                "max(a, b, c) <= `a b`",
                "(a + b) + (c + d)",
                "a*(b*c)",
                "leaky_relu(x, 0.1)",
                "tau*e",
                "--x"
            })
    void whatIsWrittenReadsBack(String text) {
        var expression = ExpressionParser.parse(text);
        var tree = ExpressionTree.write(expression);
        assertThat(Trees.spelled(ExpressionTree.read(tree))).isEqualTo(Trees.spelled(expression));
    }

    @Test
    void chainsAreWrittenInOneList() {
        assertThat(ExpressionTree.write(ExpressionParser.parse("a + b + 2 - (c + d)")))
                .isEqualTo(Map.of(
                        "sub", List.of(Map.of("add", List.of("a", "b", 2.0)), Map.of("add", List.of("c", "d")))));
        assertThat(ExpressionTree.write(ExpressionParser.parse("x" + "+x".repeat(2999))))
                .extracting("add")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(3000);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(true, ""),
                Arguments.of(null, ""),
                Arguments.of(List.of("x"), ""),
                Arguments.of(Map.of(), ""),
                Arguments.of(Map.of("sin", "x"), ""),
                Arguments.of(Map.of("sin", List.of()), ""),
                Arguments.of(Map.of("add", List.of("x")), ""),
                Arguments.of(Map.of("sub", List.of("x", "x", "x")), ""),
                Arguments.of(Map.of("neg", List.of("x", "x")), ""),
                Arguments.of(Map.of("add", List.of("x", false)), "/add/1"),
                Arguments.of(Map.of("add", Arrays.asList("x", null)), "/add/1"),
                Arguments.of(Map.of("add", List.of("x", Map.of("sin", List.of("")))), "/add/1/sin/0"),
                Arguments.of(Map.of("a/b~", List.of(true)), "/a~1b~0/0"),
                Arguments.of("a`b", ""),
                Arguments.of(Double.POSITIVE_INFINITY, ""),
                Arguments.of(BigInteger.TEN.pow(400), ""));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void tellsWhereATreeIsWrong(Object tree, String pointer) {
        var problem = catchThrowableOfType(ExpressionSyntaxException.class, () -> ExpressionTree.read(tree));
        assertThat(problem.pointer()).isEqualTo(pointer);
        assertThat(problem.position()).isNull();
        assertThat(problem.fix()).isNotBlank();
    }

    @Test
    void unknownFunctionsHaveANearestName() {
        assertThatThrownBy(() -> ExpressionTree.read(Map.of("add", List.of(1, Map.of("sinn", List.of("x"))))))
                .isInstanceOfSatisfying(UnknownNameException.class, problem -> {
                    assertThat(problem.nearest()).isEqualTo("sin");
                    assertThat(problem.pointer()).isEqualTo("/add/1/sinn");
                });
    }
}
