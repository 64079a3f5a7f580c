package io.chainrule.engine.expression;

import static io.chainrule.engine.expression.Questions.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HessianTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    x^3*y                  | 2   | 3   | 36    | 12                  | 0
                    sin(x*y)               | 0.5 | 2   | -3.365883939231586  | -0.3011686789397567 | -0.2103677462019741
                    exp(x)*log(y)          | 0   | 2   | 0.6931471805599453  | 0.5                 | -0.25
                    x/y                    | 1   | 2   | 0     | -0.25               | 0.25
                    (1 - x)^2 + 100*(y - x^2)^2 | -1.2 | 1 | 1330 | 480              | 200
                    relu(x)*y              | -1  | 2   | 0     | 0                   | 0
                    abs(x)*y^2             | -1  | 2   | 0     | -4                  | 2
                    x^y                    | 2   | 3   | 12    | 12.317766166719343  | 3.843624111345611
                    """)
    void equalsTheClosedForm(String text, double x, double y, double xx, double xy, double yy) {
        var hessian = ask(text, "x=" + x + " y=" + y, 2).hessian();
        assertThat(hessian.get("x").get("x")).isCloseTo(xx, within(1e-12 * Math.max(1, Math.abs(xx))));
        assertThat(hessian.get("x").get("y")).isCloseTo(xy, within(1e-13 * Math.max(1, Math.abs(xy))));
        assertThat(hessian.get("y").get("y")).isCloseTo(yy, within(1e-13 * Math.max(1, Math.abs(yy))));
        assertThat(hessian.get("y").get("x")).isEqualTo(hessian.get("x").get("y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"softplus(x)", "log(1 + exp(x))", "sigmoid(x)", "tanh(x)", "gelu(x)", "log1p(exp(-x))"})
    void staysFiniteWhereValuesAreExtreme(String text) {
        for (var x : new double[] {-40, 0, 40, 300}) {
            assertThat(ask(text, "x=" + x, 2).hessian().get("x").get("x"))
                    .as("%s at %s", text, x)
                    .isFinite();
        }
    }

    @Test
    void aSecondDerivativeThatIsNotFiniteIsWarnedAbout() {
        var answer = ask("x^1.5", "x=0", 2);
        assertThat(answer.gradient()).containsEntry("x", 0.0);
        assertThat(answer.warnings()).extracting(Warning::code).containsExactly("second-derivative-not-finite");
    }
}
