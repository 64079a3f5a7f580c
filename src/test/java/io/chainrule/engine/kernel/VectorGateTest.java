package io.chainrule.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorGateTest {

    private static final double[] STRANGE = {
        0,
        -0.0,
        1,
        -1,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        1e300,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        Double.longBitsToDouble(0x7ff0_0000_0000_0001L),
        Double.longBitsToDouble(-1)
    };

    /// As many as fill vectors, and fewer and more.
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 16, 37, 144})
    void passesTheBitsThatTheScalarGatePasses(int count) {
        var open = new double[count];
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            open[i] = STRANGE[i % STRANGE.length];
            values[i] = STRANGE[(i / STRANGE.length + 5 * i) % STRANGE.length];
        }
        var passed = new double[count];
        VectorGate.passIfPositive(passed, open, values);
        for (int i = 0; i < count; i++) {
            assertThat(Double.doubleToRawLongBits(passed[i]))
                    .as(values[i] + " where " + open[i])
                    .isEqualTo(Double.doubleToRawLongBits(Gate.passIfPositive(open[i], values[i])));
        }
    }
}
