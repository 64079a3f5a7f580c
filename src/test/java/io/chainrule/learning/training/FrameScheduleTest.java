package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameScheduleTest {

    @Test
    void noFramesAreNoEpochs() {
        assertThat(FrameSchedule.of(0, 500).epochs()).isEmpty();
    }

    @Test
    void singleFrameIsTheLastEpoch() {
        assertThat(FrameSchedule.of(1, 500).epochs()).containsExactly(500);
    }

    @Test
    void runShorterThanItsFramesKeepsEveryEpoch() {
        assertThat(FrameSchedule.of(20, 5).epochs()).containsExactly(1, 2, 3, 4, 5);
        assertThat(FrameSchedule.of(20, 1).epochs()).containsExactly(1);
    }

    @Test
    void powersOfTheRatioAreMetExactlyWhereTheyAreWhole() {
        assertThat(FrameSchedule.of(11, 1024).epochs()).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024);
        assertThat(FrameSchedule.of(6, 100_000).epochs()).containsExactly(1, 10, 100, 1000, 10_000, 100_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 19, 20, 21, 99, 100, 101, 102, 500, 4711, 65_537, 99_999, 100_000})
    void anyNumberOfFramesIsSpreadFromTheFirstEpochToTheLast(int epochs) {
        for (int frames = 2; frames <= 100; frames++) {
            var chosen = FrameSchedule.of(frames, epochs).epochs();
            assertThat(chosen)
                    .as("%d frames of %d epochs", frames, epochs)
                    .hasSize(Math.min(frames, epochs))
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .startsWith(1)
                    .endsWith(epochs);
            assertThat(gaps(chosen)).as("gaps of %s", chosen).allMatch(growth -> growth >= -1);
        }
    }

    /// By how much each gap is longer than the one before. Rounding may make it one epoch shorter.
    private static List<Integer> gaps(List<Integer> epochs) {
        return IntStream.range(2, epochs.size())
                .mapToObj(k -> epochs.get(k) - 2 * epochs.get(k - 1) + epochs.get(k - 2))
                .toList();
    }

    @Test
    void framesSoFarAreThoseOfCompleteEpochs() {
        var schedule = FrameSchedule.of(6, 100_000);
        assertThat(schedule.upTo(0)).isEmpty();
        assertThat(schedule.upTo(999)).containsExactly(1, 10, 100);
        assertThat(schedule.upTo(1000)).containsExactly(1, 10, 100, 1000);
        assertThat(schedule.contains(1000)).isTrue();
        assertThat(schedule.contains(999)).isFalse();
    }
}
