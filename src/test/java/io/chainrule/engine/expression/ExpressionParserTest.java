package io.chainrule.engine.expression;

import static io.chainrule.engine.expression.Trees.grouped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.engine.graph.Function;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -x^2          | neg[^[`x` 2]]
                    2^3^2         | ^[2 ^[3 2]]
                    2^-x          | ^[2 neg[`x`]]
                    2^-x^2        | ^[2 neg[^[`x` 2]]]
                    -x*y          | *[neg[`x`] `y`]
                    x*-y          | *[`x` neg[`y`]]
                    x - y - z     | -[-[`x` `y`] `z`]
                    x - (y - z)   | -[`x` -[`y` `z`]]
                    x / y * z     | *[/[`x` `y`] `z`]
                    x + y*z       | +[`x` *[`y` `z`]]
                    (x + y)*z     | *[+[`x` `y`] `z`]
                    +x            | `x`
                    --x           | neg[neg[`x`]]
                    - + -x        | neg[neg[`x`]]
                    x + 1 < y*2   | <[+[`x` 1] *[`y` 2]]
                    x<-1          | <[`x` neg[1]]
                    (x < y) == 1  | ==[<[`x` `y`] 1]
                    x >= y        | >=[`x` `y`]
                    x != y        | !=[`x` `y`]
                    2*pi*e/tau    | /[*[*[2 pi] e] tau]
                    sin (x)       | sin1[`x`]
                    max(x, y, 2)  | max3[`x` `y` 2]
                    ln(x)         | log1[`x`]
                    arcsin(x)     | asin1[`x`]
                    arccos(x)     | acos1[`x`]
                    arctan(x)     | atan1[`x`]
                    sgn(x)        | sign1[`x`]
                    leaky_relu(x) | leaky_relu1[`x`]
                    leaky_relu(x, 0.2) | leaky_relu2[`x` 0.2]
                    `body mass g` + `sin`*_a1 | +[`body mass g` *[`sin` `_a1`]]
                    """)
    void readsTheGrammar(String text, String tree) {
        assertThat(grouped(text)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "007, 7",
        "3.25, 3.25",
        "1e3, 1000",
        "1E-3, 0.001",
        "2.5e+2, 250",
        "1e400000000e, 0",
        "0.1, 0.1",
        "9007199254740993, 9007199254740992",
        "1e-400, 0"
    })
    void readsDecimalNumbers(String text, double value) {
        if (text.endsWith("e")) {
            assertThatThrownBy(() -> ExpressionParser.parse(text)).isInstanceOf(ExpressionSyntaxException.class);
            return;
        }
        assertThat(((Expression.Literal) ExpressionParser.parse(text)).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x10", "1f", "1d", "1_000", ".5", "1.", "1e400", "1.5.2", "1,5", "1e", "٣", "NaN(1)"})
    void refusesOtherNumbers(String text) {
        assertThatThrownBy(() -> ExpressionParser.parse(text)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void everyPartKnowsItsSpan() {
        var text = " (sin(x*y) + `x`^2) * -z";
        var spans = ExpressionParser.parse(text).inEvaluationOrder().stream()
                .map(part -> text.substring(part.span().start(), part.span().end()))
                .toList();
        assertThat(spans)
                .containsExactly(
                        "x",
                        "y",
                        "x*y",
                        "sin(x*y)",
                        "`x`",
                        "2",
                        "`x`^2",
                        "sin(x*y) + `x`^2",
                        "z",
                        "-z",
                        "(sin(x*y) + `x`^2) * -z");
    }

    @Test
    void variablesAreListedAsTheyAppear() {
        assertThat(ExpressionParser.parse("b*sin(a) + b*pi - `c d`").variables())
                .containsExactly("b", "a", "c d");
    }

    static Stream<Function> functions() {
        return Function.all().stream();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionIsReachedByText(Function function) {
        var arguments = Collections.nCopies(function.leastOperands(), "x");
        var operator = Operator.ofKey(function.key());
        var text = operator.isPresent()
                ? String.join(operator.get().symbol(), arguments)
                : function.key().equals("neg") ? "-x" : function.key() + "(" + String.join(",", arguments) + ")";
        var reached = switch (ExpressionParser.parse(text)) {
            case Expression.Call call -> call.function();
            case Expression.Operation operation -> operation.operator().function();
            case Expression.Negation _ -> Function.of("neg", 1).orElseThrow();
            case Expression.Literal _, Expression.Constant _, Expression.Variable _ -> null;
        };
        assertThat(reached).isEqualTo(function);
    }
}
