package io.chainrule.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.learning.specification.InvalidSpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridLimitsTest {

    private static final GridLimits LIMITS = new GridLimits(12, 12 * 10 * 5);

    @ParameterizedTest
    @ValueSource(strings = {"12", "12x3", "3x12"})
    void sideHasAsManyPointsAsAllowed(String resolution) {
        assertThatCode(() -> LIMITS.require(GridSpec.of(resolution), 2)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "13x3", "3x13"})
    void sideOfOneMorePointIsRefused(String resolution) {
        assertThatThrownBy(() -> LIMITS.require(GridSpec.of(resolution), 2))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("at most 12 a side but is 13");
    }

    @Test
    void gridHoldsAsManyNumbersAsAllowedAndNotOneRowMore() {
        assertThatCode(() -> LIMITS.require(GridSpec.of("12x10").withAllProbabilities(), 3))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> LIMITS.require(GridSpec.of("12x11").withAllProbabilities(), 3))
                .isInstanceOfSatisfying(BudgetExceededException.class, refusal -> {
                    assertThat(refusal.estimate()).isEqualTo(12 * 11 * 5);
                    assertThat(refusal.limit()).isEqualTo(600);
                });
    }
}
