package io.chainrule.engine.expression.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.engine.expression.Warning;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTest {

    private static Formulas formulas(String text) {
        var expression = ExpressionParser.parse(text);
        return Formulas.of(expression, List.copyOf(expression.variables()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    x*x                   | 2*x
                    sin(x*y) + x^2        | 2*x + y*cos(x*y)
                    2*x + 3               | 2
                    x - (y - x)           | 2
                    -(-x)                 | 1
                    0.1*x^3               | 0.3*x^2
                    x^3/3                 | x^2
                    x/3                   | 1/3
                    1/x                   | -1/x^2
                    log(x^2)              | 2/x
                    x*y/x                 | 0
                    x^(1/3)               | 1/(3*x^(2/3))
                    sqrt(x)               | 0.5/sqrt(x)
                    x^-2                  | -2/x^3
                    e^x                   | e^x
                    2^x                   | 2^x*log(2)
                    x^y                   | where(y != 0, y*x^(y - 1), 0)
                    pi*x^2                | 2*pi*x
                    abs(x)*y              | y*sign(x)
                    relu(x)               | where(x > 0, 1, 0)
                    relu(relu(x))         | where(x > 0, 1, 0)
                    leaky_relu(x)*y       | y*where(x > 0, 1, 0.01)
                    max(x, y)             | where(x >= y, 1/(1 + (x == y)), 0)
                    min(x, y)             | where(x <= y, 1/(1 + (x == y)), 0)
                    clip(x, 0, 1)         | where((x > 0)*(x < 1), 1, 0)
                    where(x > 0, sqrt(x), x) | where(x > 0, 0.5/sqrt(x), 1)
                    tanh(x)               | 1/cosh(x)^2
                    sigmoid(x)            | sigmoid(x)*sigmoid(-x)
                    (sigmoid(x)*sigmoid(-x))^4 | 4*sigmoid(x)^4*sigmoid(-x)^5 - 4*sigmoid(x)^5*sigmoid(-x)^4
                    elu(x)                | exp(min(x, 0))
                    gelu(x)               | 0.5*erfc(-x/sqrt(2)) + x*exp(-0.5*x^2)/sqrt(tau)
                    erf(x)                | 2*exp(-x^2)/sqrt(pi)
                    log2(x)               | 1/(x*log(2))
                    floor(x)*x            | floor(x)
                    x*((y > 0) + (z > 0) != 0) | (y > 0) + (z > 0) != 0
                    x*((y > 0)*(z > 0) != 0) | (y > 0)*(z > 0)
                    x < 1                 | 0
                    (1-x)^2+100*(y-x^2)^2 | -400*x*(y - x^2) - 2*(1 - x)
                    1/(1 + exp(-(x*y + z))) + 0.5*x^2 | x + y*exp(-(x*y + z))/(1 + exp(-(x*y + z)))^2
                    """)
    void derivativesReadAsIfWrittenByHand(String text, String derivative) {
        assertThat(formulas(text).derivatives().get("x").text()).isEqualTo(derivative);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    1/(1 + exp(-w1*x1))   ; \\frac{1}{1 + e^{-w_{1} \\cdot x_{1}}}
                    2*x^2 - x/3           ; 2 x^{2} - \\frac{x}{3}
                    (a + b)*(a - b)       ; \\left(a + b\\right) \\cdot \\left(a - b\\right)
                    (a + b)^-2            ; \\left(a + b\\right)^{-2}
                    sin(x)^2 + sqrt(y)    ; \\sin^{2}\\left(x\\right) + \\sqrt{y}
                    abs(x)*floor(x)       ; \\left|x\\right| \\cdot \\lfloor x \\rfloor
                    where(x > 0, 1, x^2)  ; \\begin{cases} 1 & \\text{if } x > 0 \\\\ x^{2} & \\text{otherwise} \\end{cases}
                    alpha*pi*learning_rate ; \\alpha \\cdot \\pi \\cdot \\text{learning\\_rate}
                    x_1 + theta2          ; x_{1} + \\theta_{2}
                    (x > 1)*2e-9          ; \\left[x > 1\\right] \\cdot 2 \\cdot 10^{-9}
                    -(x + 1)*2            ; -\\left(x + 1\\right) \\cdot 2
                    2*3*x                 ; 2 \\cdot 3 x
                    leaky_relu(x, 0.1)    ; \\operatorname{leaky\\_relu}\\left(x, 0.1\\right)
                    log10(x) + log(y)     ; \\log_{10}\\left(x\\right) + \\ln\\left(y\\right)
                    `a b$`                ; \\text{a b\\$}
                    """)
    void latexIsWhatABookWouldPrint(String text, String latex) {
        assertThat(formulas(text).latex()).isEqualTo(latex);
    }

    @Test
    void whatNobodyWouldReadIsLeftOutWithAWarning() {
        var factors = IntStream.range(0, 60).mapToObj("sin(x + %d)"::formatted).collect(Collectors.joining("*"));
        var formulas = formulas(factors);
        assertThat(formulas.derivatives()).isEmpty();
        assertThat(formulas.warnings()).extracting(Warning::code).containsExactly("formula-omitted");
        var half = formulas("y + " + factors);
        assertThat(half.derivatives().get("y").text()).isEqualTo("1");
    }

    @Test
    void longSumsStayQuick() {
        assertThat(formulas("x" + "+x".repeat(2999)).derivatives().get("x").text())
                .isEqualTo("3000");
        assertThat(formulas("x" + "*x".repeat(2999)).derivatives().get("x").text())
                .isEqualTo("3000*x^2999");
    }
}
