package io.chainrule.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("learningRate", "epochs", "batchSize", "seed", "sin", "x", "mlp");

    @ParameterizedTest
    @CsvSource({
        "learning_rate, learningRate",
        "lerningRate, learningRate",
        "Epoch, epochs",
        "epcohs, epochs",
        "batchsize, batchSize",
        "sede, seed",
        "snin, sin",
        "mpl, mlp"
    })
    void typingErrorsAreRecognised(String typed, String meant) {
        assertThat(NearestName.of(typed, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"y", "frames", "''", "cosine", "dropout"})
    void otherNamesAreNotGuessed(String typed) {
        assertThat(NearestName.of(typed, KNOWN)).isEmpty();
    }

    @Test
    void swappedNeighboursAreOneStep() {
        assertThat(NearestName.distance("abcd", "abdc")).isEqualTo(1);
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearestName.distance("", "abc")).isEqualTo(3);
    }
}
