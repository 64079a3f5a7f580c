package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.model.LayerSpec;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.learning.specification.InvalidSpecException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingLimitsTest {

    private static final TrainingLimits LIMITS = new TrainingLimits(70, 3, 50, 4_000, 70 * 8 * 2, 9);

    @Test
    void runMayNeedAllThatIsAllowed() {
        assertThatCode(() -> check(70, 50, 4_000, 2, 9)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            This training would need 71 parameters; the limit is 70,              71, 50, 4000, 2, 9
            This training would need 51 epochs; the limit is 50,                  70, 51, 4000, 2, 9
            This training would need 4001 bytes of memory; the limit is 4000,     70, 50, 4001, 2, 9
            This training would need 1680 bytes for its frames; the limit is 1120, 70, 50, 4000, 3, 9
            This training would need 10 seconds; the limit is 9,                  70, 50, 4000, 2, 9.1
            """)
    void runThatNeedsOneMoreOfAnythingIsRefused(
            String refusal, long parameters, int epochs, long memory, int frames, double seconds) {
        assertThatThrownBy(() -> check(parameters, epochs, memory, frames, seconds))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessage(refusal);
    }

    private static void check(long parameters, int epochs, long memory, int frames, double seconds) {
        LIMITS.check(
                Specs.linear().epochs(epochs).frames(frames).build(), new Estimate(parameters, 1, 1, memory, seconds));
    }

    @Test
    void modelHasAsManyLayersWithWeightsAsAllowedAndNotOneMore() {
        assertThatCode(() -> LIMITS.check(layers(3))).doesNotThrowAnyException();
        assertThatThrownBy(() -> LIMITS.check(layers(4)))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("at most 3 dense layers but got 4");
    }

    private static ModelSpec layers(int dense) {
        var layers = new ArrayList<LayerSpec>();
        for (int i = 0; i < dense; i++) {
            layers.add(new LayerSpec.Dense(2));
        }
        return new ModelSpec.Layers(layers);
    }
}
