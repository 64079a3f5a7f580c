package io.chainrule.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever is written, the answer is an expression or an [ExpressionException], and what was read prints and parses
/// back to itself.
///
/// Runs as a regression test on the inputs kept in the resources; `./mvnw -Pfuzz-coverage test` looks for new ones.
class ExpressionFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void texts(FuzzedDataProvider data) {
        var text = data.consumeRemainingAsString();
        try {
            assertPrintsBack(ExpressionParser.parse(text));
        } catch (ExpressionException refused) {
            assertThat(refused.fix()).isNotBlank();
        }
    }

    static void assertPrintsBack(Expression expression) {
        var printed = expression.print();
        try {
            assertThat(ExpressionParser.parse(printed).print()).isEqualTo(printed);
        } catch (ExpressionTooComplexException longer) {
            assertThat(printed.length()).isGreaterThan(5_000); // signs and parentheses may make it longer than allowed
        }
    }
}
