package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecHashTest {

    private static final String HASH = hash("{\"dataset\": \"ds_1\", \"epochs\": 7}");

    private static String hash(String spec) {
        return SpecHash.of(Examples.spec(spec));
    }

    @Test
    void hashIsThatOfAKnownFunction() {
        assertThat(HASH).matches("sha256:[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"epochs\": 7, \"dataset\": \"ds_1\"}",
                "{\"dataset\": \"ds_1\", \"epochs\": 7, \"name\": \"mine\"}",
                "{\"dataset\": \"ds_1\", \"epochs\": 7, \"frames\": 3}",
                "{\"dataset\": \"ds_1\", \"epochs\": 7, \"tags\": {\"owner\": \"ada\"}}",
                "{\"dataset\": \"ds_1\", \"epochs\": 7, \"seed\": 0}"
            })
    void specificationsOfTheSameComputationHaveTheSameHash(String spec) {
        assertThat(hash(spec)).isEqualTo(HASH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dataset\": \"ds_1\", \"epochs\": 8}",
                "{\"dataset\": \"ds_1\", \"epochs\": 7, \"seed\": 1}",
                "{\"dataset\": \"ds_1\", \"epochs\": 7, \"batchSize\": 2}"
            })
    void specificationsOfDifferentComputationsDiffer(String spec) {
        assertThat(hash(spec)).isNotEqualTo(HASH);
    }
}
