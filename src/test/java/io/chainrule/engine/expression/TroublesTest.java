package io.chainrule.engine.expression;

import static io.chainrule.engine.expression.Questions.ask;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TroublesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    log(x)                | -1  | domain-error     | log(x)   | log(-1) is NaN          | log needs a positive operand
                    2*(1/x) + log(x - 1)  | 0   | domain-error     | 1/x      | 1/0 is Infinity         | / needs a divisor other than 0
                    exp(-1/x)             | 0   | domain-error     | -1/x     | (-1)/0 is -Infinity     | / needs a divisor other than 0
                    x^0.5                 | -8  | domain-error     | x^0.5    | (-8)^0.5 is NaN         | ^ needs a positive base, or a whole exponent and no division by 0
                    exp(x) + 1            | 800 | overflow         | exp(x)   | exp(800) is Infinity    | exp needs smaller operands: the result is beyond the largest double
                    x*1e300/1e-300        | 1   | overflow         | x*1e300/1e-300 | 1e300/1e-300 is Infinity | / needs smaller operands: the result is beyond the largest double
                    1/(1 + exp(-900*x))   | -1  | overflow         | exp(-900*x) | exp(900) is Infinity | exp needs smaller operands: the result is beyond the largest double
                    acosh(x) + 1          | 0.5 | domain-error     | acosh(x) | acosh(0.5) is NaN       | acosh needs an operand of at least 1
                    3*sqrt(x)             | 0   | slope-not-finite | sqrt(x)  | sqrt(0) has a value but no finite slope | Differentiate
                    where(x < 0, 1/(x + 1), sqrt(x)) | -1 | domain-error | 1/(x + 1) | 1/0 is Infinity | / needs a divisor other than 0
                    """)
    void theFirstNodeIsNamed(String text, double x, String code, String place, String detail, String fix) {
        var answer = ask(text, "x=" + x);
        assertThat(answer.warnings()).first().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(code);
            assertThat(warning.detail()).isEqualTo(detail);
            assertThat(warning.fix()).startsWith(fix);
            assertThat(text.substring(warning.span().start(), warning.span().end()))
                    .isEqualTo(place);
            var node = answer.graph().nodes().get(warning.node());
            assertThat(node.spans()).contains(warning.span());
            assertThat(warning.operands())
                    .isEqualTo(node.inputs().stream()
                            .map(id -> answer.graph().nodes().get(id).value())
                            .toList());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "where(x > 0, sqrt(x), x)",
                "where(x > 0, log(x), 1/(x - 1))",
                "exp(x) + x",
                "x^3",
                "x^0",
                "min(x, 2)",
                "clip(exp(1000), 0, x)"
            })
    void whatDoesNotReachTheResultIsNoTrouble(String text) {
        assertThat(ask(text, "x=-1").warnings()).isEmpty();
    }

    @Test
    void aSlopeInTheExponentIsTroubleOnlyIfAskedFor() {
        var answer = ask("x^n", "x=-2 n=3");
        assertThat(answer.value()).isEqualTo(-8);
        assertThat(answer.gradient().get("x")).isEqualTo(12);
        assertThat(answer.gradient().get("n")).isNaN();
        assertThat(answer.warnings()).extracting(Warning::code).containsExactly("slope-not-finite");
    }

    @Test
    void nonFiniteValuesThatWereGivenAreNotWarnedAbout() {
        assertThat(ask("x + 1", "x=NaN").warnings()).isEmpty();
        assertThat(ask("x + 1", "x=Infinity").value()).isInfinite();
    }
}
