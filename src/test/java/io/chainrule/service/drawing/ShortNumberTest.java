package io.chainrule.service.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.5, 0.5",
        "0.248778990583, 0.2488",
        "-0.00012344, -0.0001234",
        "0.000012344, 1.234e-5",
        "123456.7, 123457",
        "999999.9, 1e6",
        "1234567, 1.235e6",
        "4.248354255291589e-18, 4.248e-18",
        "4.9e-324, 4.941e-324",
        "1.7976931348623157e308, 1.798e308",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity"
    })
    void keepsFourDigitsAndWholeIntegers(double value, String text) {
        assertThat(ShortNumber.of(value, 4)).isEqualTo(text);
    }

    @Test
    void isTypesetWithMinusAndInfinity() {
        assertThat(ShortNumber.typeset(-2.5e-9, 4)).isEqualTo("−2.5e−9");
        assertThat(ShortNumber.typeset(Double.NEGATIVE_INFINITY, 4)).isEqualTo("−∞");
    }
}
