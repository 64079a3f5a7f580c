package io.chainrule.engine.expression.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.engine.expression.MissingVariableException;
import io.chainrule.engine.expression.UnknownNameException;
import io.chainrule.engine.expression.verification.GradientCheck.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientCheckTest {

    private static final String WORKED_EXAMPLE = "1/(1 + exp(-(w1*x1 + w2*x2))) + 0.5*(w1^2 + w2^2)";
    private static final String SLOPE = "exp(-(w1*x1+w2*x2))/(1+exp(-(w1*x1+w2*x2)))^2";

    private static GradientCheck check(String text, String... claims) {
        return check(text, null, claims);
    }

    private static GradientCheck check(String text, Map<String, Double> at, String... claims) {
        var claimed = new LinkedHashMap<String, Expression>();
        for (var claim : claims) {
            claimed.put(claim.split(" = ")[0], ExpressionParser.parse(claim.split(" = ")[1]));
        }
        return GradientCheck.of(ExpressionParser.parse(text), claimed, at);
    }

    @Test
    void bothWrongHandDerivationsOfTheReferenceAreRefuted() {
        var check = check(WORKED_EXAMPLE, "w1 = -x1*" + SLOPE + " + w1", "x2 = -w2*" + SLOPE + " + w2");
        assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(check.variables().values()).allSatisfy(entry -> {
            assertThat(entry.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(entry.maxError()).isGreaterThan(0.01);
            assertThat(entry.pointsTried()).isGreaterThanOrEqualTo(20);
            assertThat(entry.counterexample().at().keySet()).containsExactly("w1", "x1", "w2", "x2");
            assertThat(entry.counterexample().claimed())
                    .isNotEqualTo(entry.counterexample().actual());
        });
    }

    @Test
    void theRightOnesAreCorrect() {
        var check = check(
                WORKED_EXAMPLE,
                "w1 = x1*" + SLOPE + " + w1",
                "w2 = x2*" + SLOPE + " + w2",
                "x1 = w1*" + SLOPE,
                "x2 = w2*" + SLOPE);
        assertThat(check.verdict()).isEqualTo(Verdict.CORRECT);
        assertThat(check.variables().values()).allSatisfy(entry -> {
            assertThat(entry.pointsTried()).isGreaterThanOrEqualTo(20);
            assertThat(entry.maxError()).isLessThanOrEqualTo(1e-9);
            assertThat(entry.counterexample()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    abs(x)*y          | x = y                      | wrong for x < 0
                    x*y*z             | x = abs(y)*z               | wrong for y < 0
                    x*y*z             | x = abs(y*z)               | wrong where y and z differ in sign
                    relu(x)*y         | x = y                      | wrong for x < 0
                    x*relu(y)         | x = y                      | wrong for y < 0
                    sqrt(x^2)         | x = x/sqrt(x^2)+(x<0)*1e-6 | wrong for x < 0, and a little
                    where(x > 50, x^2, 0) | x = 0                  | wrong far away
                    a*b*c*d*e1*f*g    | a = b*c*d*e1*f*abs(g)      | wrong for the seventh sign
                    x^3               | x = 3*exp(2*log(x))        | not defined for x < 0
                    """)
    void mistakesThatShowOnlyForSomeSignsAreFound(String text, String claim) {
        var check = check(text, claim);
        assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(check.variables().firstEntry().getValue().counterexample()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    x^3                 | x = 3*x*x
                    x^y                 | y = log(x)*x^y
                    x^y                 | x = y*x^(y-1)
                    log(x)*y            | x = y/x
                    sqrt(1 - x^2)       | x = -x/sqrt((1-x)*(1+x))
                    acosh(x - 3)        | x = 1/sqrt((x-3)^2 - 1)
                    sigmoid(x*y)        | x = y*exp(-x*y)/(1+exp(-x*y))^2
                    tanh(x)             | x = 1 - tanh(x)^2
                    abs(x)              | x = x/abs(x)
                    max(x, y)           | x = x > y
                    floor(x) + x        | x = 1
                    (x - y)^8           | x = 8*(x^7 - 7*x^6*y + 21*x^5*y^2 - 35*x^4*y^3 + 35*x^3*y^4 - 21*x^2*y^5 + 7*x*y^6 - y^7)
                    gelu(x)             | x = (1+erf(x/sqrt(2)))/2 + x*exp(-x^2/2)/sqrt(2*pi)
                    1e8*x - 1e8*x + x   | x = 1
                    """)
    void rightOnesStandWhereverTheyCanBeTried(String text, String claim) {
        var check = check(text, claim);
        assertThat(check.verdict()).as("%s", check).isEqualTo(Verdict.CORRECT);
        assertThat(check.variables().firstEntry().getValue().pointsTried()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void whereTooFewPointsAreInTheDomainNothingIsDecided() {
        assertThat(check("log(-1 - x^2)", "x = 1").verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(check("log(-1 - x^2) + y", "x = 1", "y = 1")
                        .variables()
                        .get("y")
                        .pointsTried())
                .isZero();
    }

    @Test
    void aSinglePointMayBeGiven() {
        assertThat(check("x^2", Map.of("x", 3.0), "x = 6").verdict()).isEqualTo(Verdict.CORRECT);
        var wrong = check("x^2", Map.of("x", 3.0), "x = x").variables().get("x");
        assertThat(wrong.pointsTried()).isEqualTo(1);
        assertThat(wrong.counterexample().at()).containsExactly(Map.entry("x", 3.0));
        assertThat(wrong.counterexample().actual()).isEqualTo(6);
        assertThat(wrong.maxError()).isEqualTo(0.5);
        assertThat(check("abs(x)", Map.of("x", 0.0), "x = 1").verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void oneWrongClaimMakesTheWholeWrong() {
        var check = check("x*y", "x = y", "y = y");
        assertThat(check.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(check.variables().get("x").verdict()).isEqualTo(Verdict.CORRECT);
        assertThat(check).isEqualTo(check("x*y", "x = y", "y = y"));
    }

    @Test
    void namesAreChecked() {
        assertThatThrownBy(() -> check("x*y", "z = y")).isInstanceOf(UnknownNameException.class);
        assertThatThrownBy(() -> check("x*y", "x = z")).isInstanceOf(UnknownNameException.class);
        assertThatThrownBy(() -> check("x*y", Map.of("x", 1.0), "x = y")).isInstanceOf(MissingVariableException.class);
    }
}
