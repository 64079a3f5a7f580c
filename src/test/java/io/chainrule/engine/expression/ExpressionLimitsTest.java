package io.chainrule.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionLimitsTest {

    private static String nested(int depth, String open, String close) {
        return open.repeat(depth) + "x" + close.repeat(depth);
    }

    @Test
    void twoHundredLevelsAreReadAndOneMoreIsRefused() {
        assertThatCode(() -> ExpressionParser.parse(nested(199, "(", ")"))).doesNotThrowAnyException();
        assertThatCode(() -> ExpressionParser.parse(nested(200, "(", ")"))).doesNotThrowAnyException();
        assertTooComplex(nested(201, "(", ")"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sin(", "-", "+", "2^", "(-", "max(1, "})
    void everyKindOfNestingCounts(String open) {
        int levels = open.equals("(-") ? 100 : 200;
        var close = open.contains("(") ? ")" : "";
        assertThatCode(() -> ExpressionParser.parse(nested(levels, open, close)))
                .doesNotThrowAnyException();
        assertTooComplex(nested(levels + 1, open, close));
    }

    @Test
    void tenThousandParenthesesAreRefusedAtOnce() {
        var text = "(".repeat(10_000);
        assertTimeout(Duration.ofSeconds(1), () -> assertTooComplex(text));
    }

    @Test
    void chainsDoNotNest() {
        var sum = "x" + "+x".repeat(2999);
        assertThat(ExpressionParser.parse(sum).inEvaluationOrder()).hasSize(5999);
        assertThat(ExpressionParser.parse("x" + "*x-x".repeat(2000)).print()).hasSize(1 + 2000 * 6);
    }

    @Test
    void textNodesAndVariablesAreCounted() {
        assertTooComplex(" ".repeat(10_000) + "x");
        var variables = IntStream.range(0, 201).mapToObj(i -> "x" + i).collect(Collectors.joining("+"));
        assertTooComplex(variables);
        assertThatThrownBy(() -> ExpressionParser.parse("1+1+1", new ExpressionLimits(100, 10, 4, 10)))
                .isInstanceOf(ExpressionTooComplexException.class)
                .hasMessage("An expression may have at most 4 nodes");
    }

    /// Of each limit, a text that needs all of it, and one that needs one more.
    @ParameterizedTest
    @CsvSource({
        "characters, 'x + y + 1', 'x + y + 10'",
        "levels of nesting, '((x))', '(((x)))'",
        "nodes, 'x*y+1', 'x*y+1+1'",
        "variables, 'x+y', 'x+z*y'",
    })
    void expressionMayHaveAllThatIsAllowedAndNotOneMore(String unit, String fitting, String larger) {
        var tight = new ExpressionLimits(unit.equals("characters") ? 9 : 10, 2, 5, 2);
        assertThatCode(() -> ExpressionParser.parse(fitting, tight)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ExpressionParser.parse(larger, tight))
                .isInstanceOf(ExpressionTooComplexException.class)
                .hasMessageContaining(unit);
    }

    /// Settings allow half of it at the most.
    @Test
    void deepestExpressionThatCanBeBorneNeedsASmallStackOnly() throws InterruptedException {
        var text = nested(500, "sin(", ")");
        var read = new AtomicReference<Expression>();
        var thread = new Thread(
                null, () -> read.set(ExpressionParser.parse(text, ExpressionLimits.BEARABLE)), "deep", 1 << 20);
        thread.start();
        thread.join();
        assertThat(read.get().inEvaluationOrder()).hasSize(501);
    }

    @Test
    void treesHaveTheSameLimits() {
        Object deep = "x";
        for (int i = 0; i < 200; i++) {
            deep = Map.of("sin", List.of(deep));
        }
        Object deepest = Map.of("sin", List.of(deep));
        assertThat(ExpressionTree.read(deep).inEvaluationOrder()).hasSize(201);
        assertThatThrownBy(() -> ExpressionTree.read(deepest)).isInstanceOf(ExpressionTooComplexException.class);

        Object chain = "x";
        for (int i = 0; i < 3000; i++) {
            chain = Map.of("sub", List.of(chain, 1));
        }
        assertThat(ExpressionTree.read(chain).inEvaluationOrder()).hasSize(6001);

        var wide = IntStream.range(0, 10_001).boxed().toList();
        assertThatThrownBy(() -> ExpressionTree.read(Map.of("add", wide)))
                .isInstanceOf(ExpressionTooComplexException.class);
        Object huge = "x";
        for (int i = 0; i < 200_000; i++) {
            huge = Map.of("neg", List.of(huge));
        }
        Object hugest = huge;
        assertThatThrownBy(() -> ExpressionTree.read(hugest)).isInstanceOf(ExpressionTooComplexException.class);
    }

    private static void assertTooComplex(String text) {
        assertThatThrownBy(() -> ExpressionParser.parse(text)).isInstanceOf(ExpressionTooComplexException.class);
    }
}
