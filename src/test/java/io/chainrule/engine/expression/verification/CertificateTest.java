package io.chainrule.engine.expression.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.engine.expression.GradientQuestion;
import io.chainrule.engine.expression.OneSided;
import io.chainrule.engine.expression.verification.Certificate.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTest {

    private static Certificate certificate(String text, Map<String, Double> at) {
        var question = GradientQuestion.of(ExpressionParser.parse(text), at, null, 1);
        return Certificate.of(question, question.answer());
    }

    @Test
    void theWorkedExampleIsCertified() {
        var certificate = certificate(
                "1/(1 + exp(-(w1*x1 + w2*x2))) + 0.5*(w1^2 + w2^2)",
                Map.of("w1", 0.3, "w2", -0.5, "x1", 0.2, "x2", 0.4));
        assertThat(certificate.verdict()).isEqualTo(Verdict.AGREE);
        assertThat(certificate.variables().keySet()).containsExactly("w1", "x1", "w2", "x2");
        assertThat(certificate.variables().values()).allSatisfy(entry -> {
            assertThat(entry.forward()).isCloseTo(entry.reverse(), within(1e-15));
            assertThat(entry.relativeError()).isLessThan(1e-11);
            assertThat(entry.errorEstimate()).isLessThan(1e-9);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    log(x)             | 1e-6
                    log(x)             | 1e9
                    sqrt(1 - x^2)      | 0.999999
                    x^1.5              | 0
                    tan(x)             | 1.57
                    sin(100*x)         | 3
                    abs(x - 0.001)     | 0
                    sigmoid(x)         | 40
                    where(x > 0, sqrt(x), x) | 4
                    x^3                | -2
                    1e-12*sin(x)       | 1
                    floor(x) + x       | 0.99
                    atanh(x)           | -0.9999
                    """)
    void agrees(String text, double x) {
        var certificate = certificate(text, Map.of("x", x));
        assertThat(certificate.verdict()).as("%s", certificate).isEqualTo(Verdict.AGREE);
    }

    @Test
    void atAKinkBothSidesAreTold() {
        var certificate = certificate("abs(x) + y", Map.of("x", 0.0, "y", 1.0));
        assertThat(certificate.verdict()).isEqualTo(Verdict.KINK);
        assertThat(certificate.variables().get("x").oneSided()).isEqualTo(new OneSided(-1, 1));
        assertThat(certificate.variables().get("x").detail())
                .isEqualTo("At a kink: -1 on the left, 1 on the right; the stated rule gives 0");
        assertThat(certificate.variables().get("y").verdict()).isEqualTo(Verdict.AGREE);
    }

    @ParameterizedTest
    @CsvSource({"sqrt(x), 0", "log(x), -1", "1/x, 0"})
    void whatHasNoFiniteDerivativeIsUndecided(String text, double x) {
        assertThat(certificate(text, Map.of("x", x)).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void valuesAloneKnowDerivativesToManyDigits() {
        var difference = FiniteDifference.of(StrictMath::sin, 1);
        assertThat(difference.value()).isCloseTo(StrictMath.cos(1), within(1e-12));
        assertThat(difference.error()).isLessThan(1e-11);
        assertThat(FiniteDifference.of(Math::sqrt, 1e-5).value()).isCloseTo(0.5 / Math.sqrt(1e-5), within(1e-6));
        assertThat(FiniteDifference.of(_ -> Double.NaN, 1).error()).isInfinite();
    }
}
