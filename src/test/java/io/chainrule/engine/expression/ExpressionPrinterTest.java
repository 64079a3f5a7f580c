package io.chainrule.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionPrinterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sin(x*y) + x^2",
                "-x^2",
                "(-x)^2",
                "2^3^2",
                "(2^3)^2",
                "2^-x",
                "x - (y - z)",
                "x - y - z",
                "x*-y",
                "-(x*y)",
                "-x*y",
                "x/(y*z)",
                "(x < y) < z",
                "x < (y < z)",
                "--x",
                "-(x + y)^2",
                "max(x, y, -1)",
                "where(x > 0, sqrt(x), x)",
                "`body mass`*`sin`",
                "(x + y)*(x - y)/2",
                "1e300*4.9e-324",
                "2*pi*tau^e"
            })
    void writesOnlyTheParenthesesThatAreNeeded(String text) {
        assertThat(ExpressionParser.parse(text).print()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "((x)), x",
        "(x^2)^3, (x^2)^3",
        "x^(y^z), x^y^z",
        "(x*y)*z, x*y*z",
        "ln(x), log(x)",
        "+x, x",
        "`x`, x",
        "1.50, 1.5",
        "100000, 100000",
        "1e16, 10000000000000000",
        "1e17, 1e17",
        "123e20, 1.23e22",
        "0.00001, 0.00001",
        "0.000001, 1e-6",
        "4.9e-324, 4.9e-324"
    })
    void writesTheShortForm(String text, String printed) {
        assertThat(ExpressionParser.parse(text).print()).isEqualTo(printed);
    }

    /// Law: whatever is printed parses to the same tree.
    @Test
    void whatIsPrintedParsesToTheSameTree() {
        for (long seed = 0; seed < 2_000; seed++) {
            var expression = new RandomExpressions(seed).next();
            var printed = expression.print();
            assertThat(Trees.spelled(ExpressionParser.parse(printed)))
                    .as(printed)
                    .isEqualTo(Trees.spelled(expression));
            assertThat(Trees.spelled(ExpressionTree.read(ExpressionTree.write(expression))))
                    .as(printed)
                    .isEqualTo(Trees.spelled(expression));
        }
    }
}
