package io.chainrule.engine.expression;

import static io.chainrule.engine.expression.Questions.ask;
import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the obvious formula would lose all digits, or overflow on the way.
class StableFormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    log(1 + exp(x))      | 40    | 40
                    softplus(x)          | 40    | 40
                    softplus(x)          | -50   | 1.9287498479639178e-22
                    softplus(x)          | 800   | 800
                    sigmoid(x)           | -700  | 9.8596765437597708e-305
                    log1p(x)*expm1(x/10) | 1e-12 | 9.9999999999955e-26
                    logsumexp(x, x)      | 1000  | 1000.6931471805599
                    hypot(x, x)          | 1e200 | 1.4142135623730951e200
                    erfc(x)              | 10    | 2.0884875837625446e-45
                    """)
    void valuesKeepTheirDigitsAndHessiansAreFinite(String text, double x, double value) {
        var answer = ask(text, "x=" + x, 2);
        assertThat(answer.value()).isCloseTo(value, Percentage.withPercentage(1e-11));
        assertThat(answer.gradient().get("x")).isFinite();
        assertThat(answer.hessian().get("x").get("x")).isFinite();
        assertThat(answer.warnings()).isEmpty();
    }

    @Test
    void theLogarithmOfAnExponentialHasSlopeOne() {
        assertThat(ask("log(1 + exp(x))", "x=40").gradient().get("x")).isEqualTo(1);
    }

    @Test
    void productsOfTinyNumbersAreAccurate() {
        var answer = ask("log1p(x)*expm1(y)", "x=1e-12 y=1e-13", 2);
        assertThat(answer.value()).isCloseTo(9.9999999999955e-26, Percentage.withPercentage(1e-11));
        assertThat(answer.gradient().get("x")).isCloseTo(1e-13, Percentage.withPercentage(1e-9));
        assertThat(answer.hessian().get("x").get("y")).isCloseTo(1, Percentage.withPercentage(1e-9));
    }
}
