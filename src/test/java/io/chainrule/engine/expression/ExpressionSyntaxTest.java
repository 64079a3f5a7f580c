package io.chainrule.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionSyntaxTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    2x            ; 1  ; Multiplication is always written: 2*x
                    2 pi          ; 2  ; Multiplication is always written: 2*pi
                    x y           ; 2  ; Multiplication is always written: x*y
                    x(1)(2)       ; -1 ; To multiply write x*(…)
                    2(x + 1)      ; 1  ; Multiplication is always written: 2*(…)
                    (x)(y)        ; 3  ; Multiplication is always written: (…)*(…)
                    (x)2          ; 3  ; Multiplication is always written: (…)*2
                    2e            ; 1  ; Multiplication is always written: 2*e
                    sin x         ; 4  ; Write sin(x), or `sin` in backticks
                    log10 x       ; 6  ; Write log10(x), or `log10` in backticks
                    sin^2(x)      ; 3  ; Write sin(…)^2
                    x**2          ; 1  ; Write ^: x^2
                    x×y           ; 1  ; Write *: x*y
                    (x)**2        ; 3  ; Write ^
                    x·y           ; 1  ; Write *
                    x²            ; 1  ; Write ^2: x^2
                    3 + ab²*c     ; 6  ; Write ^2: ab^2
                    2*π           ; 2  ; Write pi
                    x − y         ; 2  ; Write -
                    x ≤ y         ; 2  ; Write <=
                    x = y         ; 2  ; Write ==
                    x =< y        ; 2  ; Write <=
                    x <> y        ; 2  ; Write !=
                    !x            ; 0  ; Write 1 - a
                    [x]           ; 0  ; Write (
                    |x|           ; 0  ; Write abs(…)
                    1,5           ; 1  ; Write decimals with a point
                    .5            ; 0  ; Write 0.5
                    1.            ; 2  ; Write 1.0
                    größe         ; 2  ; Put the name in backticks
                    (x + (y       ; 7  ; Add )
                    x)            ; 1  ; Remove it
                    x +           ; 3  ; Complete it
                    a < b < c     ; 6  ; Write (a < b)*(b < c)
                    `x            ; 2  ; Put a backtick
                    sin()         ; 0  ; Give sin 1 argument
                    max(x)        ; 0  ; Give max 2 or more arguments
                    leaky_relu(1,2,3) ; 0 ; Give leaky_relu 1 to 2 arguments
                    `pi`          ; 0  ; Give the variable another name
                    x + * y       ; 4  ; Put a number, a name or a parenthesis before *
                    sin(x,)       ; 6  ; Put a number, a name or a parenthesis before )
                    """)
    void tellsWhereAndWhatToWrite(String text, int position, String hint) {
        var problem = catchThrowableOfType(ExpressionException.class, () -> ExpressionParser.parse(text));
        assertThat(problem).isNotNull();
        assertThat(problem.fix()).startsWith(hint);
        if (problem instanceof ExpressionSyntaxException syntax) {
            assertThat(syntax.position()).isEqualTo(position);
            assertThat(syntax.expected()).isNotBlank();
            assertThat(syntax).hasMessageMatching("(?s).+");
        }
    }

    @Test
    void namesTheParenthesisThatIsNotClosed() {
        var problem = catchThrowableOfType(
                ExpressionSyntaxException.class, () -> ExpressionParser.parse("sin(x) + (y*(z + 1)"));
        assertThat(problem).hasMessage("The parenthesis opened at 9 is not closed");
        assertThat(problem.position()).isEqualTo(19);
    }

    @ParameterizedTest
    @CsvSource({"sine, sin", "Sin, sin", "sigmod, sigmoid", "sqr, sqrt", "maxx, max", "leakyrelu, leaky_relu", "lnn, ln"
    })
    void suggestsTheNearestFunction(String unknown, String nearest) {
        var problem = catchThrowableOfType(
                UnknownNameException.class, () -> ExpressionParser.parse("1 + " + unknown + "(x)"));
        assertThat(problem.name()).isEqualTo(unknown);
        assertThat(problem.nearest()).isEqualTo(nearest);
        assertThat(problem.position()).isEqualTo(4);
    }

    @Test
    void knowsWhatOtherNotationsCallIt() {
        var problem = catchThrowableOfType(UnknownNameException.class, () -> ExpressionParser.parse("pow(x, 2)"));
        assertThat(problem.fix()).isEqualTo("Write a^b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\0",
                "\uD800",
                "x\uD83D\uDE00",
                "(",
                ")",
                ",",
                "((",
                "sin(",
                "sin",
                "``",
                "`",
                "1e+",
                "^",
                "x^",
                "1..2",
                "x;y",
                "x\\y",
                "#",
                "@",
                "$x",
                "\"x\"",
                "'x'",
                "pi()",
                "pi(2)",
                "e(1)",
                "-",
                "- -",
                "x!",
                "x%2"
            })
    void neverFailsOtherwise(String text) {
        var problem = catchThrowableOfType(ExpressionException.class, () -> ExpressionParser.parse(text));
        assertThat(problem).isNotNull();
        assertThat(problem.fix()).isNotBlank();
        assertThat(problem.getMessage()).isNotBlank();
    }

    /// Law: text is an expression or it is refused, with a place inside the text; nothing else happens.
    @Test
    void anyTextIsReadOrRefused() {
        var pieces =
                "x y1 2 .5 1e9 1e 3.7 + - * / ^ ( ) ( ) , < <= == != ! = sin max( where( log10 pi e ` `a` ² π ü \t # \uD83D"
                        .split(" ");
        int read = 0;
        for (long seed = 0; seed < 50_000; seed++) {
            var random = new Random(seed);
            var text = IntStream.rangeClosed(0, random.nextInt(8))
                    .mapToObj(_ -> pieces[random.nextInt(pieces.length)])
                    .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
            try {
                assertThat(ExpressionParser.parse(text).span().end()).isLessThanOrEqualTo(text.length());
                read++;
            } catch (ExpressionSyntaxException problem) {
                assertThat(problem.position()).as(text).isBetween(0, text.length());
            } catch (UnknownNameException problem) {
                assertThat(problem.position()).as(text).isBetween(0, text.length());
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }
}
