package io.chainrule.engine.expression;

import static io.chainrule.engine.expression.Questions.ask;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KinkWarningsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    relu(x)              | 0 | kink | relu(x)   | 0     | 1
                    abs(x) + 3*x         | 0 | kink | abs(x)    | 2     | 4
                    leaky_relu(x)        | 0 | kink | leaky_relu(x) | 0.01 | 1
                    leaky_relu(x, 0.25)  | 0 | kink | leaky_relu(x, 0.25) | 0.25 | 1
                    max(x, 2*x - 1)      | 1 | kink | max(x, 2*x - 1) | 1 | 2
                    min(x, 2*x - 1, 7)   | 1 | kink | min(x, 2*x - 1, 7) | 2 | 1
                    clip(x, -1, 1)       | 1 | kink | clip(x, -1, 1) | 1   | 0
                    clip(x, -1, 1)       | -1 | kink | clip(x, -1, 1) | 0  | 1
                    hypot(x, 2*x)        | 0 | kink | hypot(x, 2*x) | -2.2360679774997896 | 2.2360679774997896
                    where(x > 0, x^2 + x, -x) | 0 | kink | x > 0 | -1 | 1
                    floor(x)*3 + x       | 2 | jump | floor(x)  | 1     | 1
                    sign(x)              | 0 | jump | sign(x)   | 0     | 0
                    round(x) + x^2       | 0.5 | jump | round(x) | 1    | 1
                    (x >= 1)*x^2         | 1 | jump | x >= 1    | 0     | 2
                    atan2(x, -1)         | 0 | jump | atan2(x, -1) | -1 | -1
                    """)
    void bothSidesAreTold(String text, double x, String code, String place, double left, double right) {
        var warnings = ask(text, "x=" + x).warnings();
        assertThat(warnings).hasSize(1).first().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(code);
            assertThat(text.substring(warning.span().start(), warning.span().end()))
                    .isEqualTo(place);
            assertThat(warning.oneSided().get("x").left()).isCloseTo(left, org.assertj.core.data.Offset.offset(1e-12));
            assertThat(warning.oneSided().get("x").right())
                    .isCloseTo(right, org.assertj.core.data.Offset.offset(1e-12));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    relu(x)^2            | 0
                    relu(x)*0            | 0
                    elu(x)               | 0
                    abs(x)               | 1e-9
                    max(x, 2*x)          | 1
                    max(x, 5)            | 0
                    max(1, 1) + x        | 0
                    floor(0)*x           | 1
                    where(x > 0, sin(x), x) | 0
                    """)
    void aKinkThatIsNotFeltIsNone(String text, double x) {
        assertThat(ask(text, "x=" + x).warnings()).isEmpty();
    }

    @Test
    void eachVariableHasItsOwnSides() {
        var warning = ask("max(x, 2*y)", "x=2 y=1").warnings().getFirst();
        assertThat(warning.oneSided()).containsEntry("x", new OneSided(0, 1)).containsEntry("y", new OneSided(0, 2));
        assertThat(warning.detail())
                .isEqualTo("max(2, 2) is at a kink: the derivative by x is 0 on the left and 1 on the right;"
                        + " the derivative by y is 0 on the left and 2 on the right");
    }

    @Test
    void everyKinkIsToldWithTheVariablesThatFeelIt() {
        var warnings = ask("relu(x)*z + abs(y)", "x=0 y=0 z=0").warnings();
        assertThat(warnings).extracting(Warning::node).containsExactly(5);
        assertThat(ask("relu(x)*z + abs(y)", "x=0 y=0 z=2").warnings()).hasSize(2);
    }
}
