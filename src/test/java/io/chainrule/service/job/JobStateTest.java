package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobStateTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final JobResult RESULT = new JobResult("mdl_1", "sha256:00", StopReason.EPOCHS);
    private static final JobError ERROR = new JobError("diverged", "The loss became NaN", 3, "Learn slower");

    /// The state table of the contract: from, move, to.
    private static final Map<String, Map<String, String>> TABLE = Map.of(
            "queued", Map.of("start", "running", "pause", "paused", "cancel", "cancelled"),
            "running",
                    Map.of(
                            "interrupt", "queued",
                            "pause", "pausing",
                            "cancel", "cancelling",
                            "succeed", "succeeded",
                            "fail", "failed"),
            "pausing", Map.of("park", "paused", "cancel", "cancelling", "succeed", "succeeded"),
            "paused", Map.of("resume", "queued", "cancel", "cancelled"),
            "cancelling", Map.of("stop", "cancelled"),
            "succeeded", Map.of(),
            "failed", Map.of(),
            "cancelled", Map.of());

    private static final Map<String, BiFunction<JobState, Instant, JobState>> MOVES = Map.of(
            "start", JobState::start,
            "interrupt", JobState::interrupt,
            "pause", JobState::pause,
            "park", JobState::park,
            "resume", JobState::resume,
            "cancel", JobState::cancel,
            "stop", JobState::stop,
            "succeed", (state, now) -> state.succeed(now, RESULT),
            "fail", (state, now) -> state.fail(now, ERROR));

    static List<JobState> states() {
        return List.of(
                new JobState.Queued(NOW),
                new JobState.Running(NOW),
                new JobState.Pausing(NOW),
                new JobState.Paused(NOW),
                new JobState.Cancelling(NOW),
                new JobState.Succeeded(NOW, RESULT),
                new JobState.Failed(NOW, ERROR),
                new JobState.Cancelled(NOW));
    }

    @ParameterizedTest
    @MethodSource("states")
    void everyMoveIsAsInTheTable(JobState state) {
        var later = NOW.plusSeconds(1);
        MOVES.forEach((name, move) -> {
            var expected = TABLE.get(state.name()).get(name);
            if (expected == null) {
                assertThatThrownBy(() -> move.apply(state, later))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("Only a")
                        .hasMessageContaining(state.toString());
            } else {
                var next = move.apply(state, later);
                assertThat(next.name()).isEqualTo(expected);
                assertThat(next.since()).isEqualTo(later);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomMovesNeverLeaveTheTableNorAFinalState(long seed) {
        var random = new Random(seed);
        var names = MOVES.keySet().stream().sorted().toList();
        for (int life = 0; life < 200; life++) {
            JobState state = new JobState.Queued(NOW);
            for (int attempt = 0; attempt < 50; attempt++) {
                var name = names.get(random.nextInt(names.size()));
                var expected = TABLE.get(state.name()).get(name);
                JobState next;
                try {
                    next = MOVES.get(name).apply(state, NOW);
                } catch (IllegalStateException impossible) {
                    next = state;
                }
                assertThat(next.name()).isEqualTo(expected == null ? state.name() : expected);
                if (state.isFinal()) {
                    assertThat(next).isSameAs(state);
                }
                state = next;
            }
        }
    }

    @Test
    void namesAreThoseOfTheContract() {
        assertThat(JobState.names())
                .containsExactly(
                        "queued", "running", "pausing", "paused", "cancelling", "succeeded", "failed", "cancelled");
        assertThat(states()).extracting(JobState::name).isEqualTo(JobState.names());
    }

    @ParameterizedTest
    @MethodSource("states")
    void anActionIsAllowedExactlyWhereItsMoveIsPossible(JobState state) {
        assertThat(state.allowedActions().contains(JobAction.CANCEL))
                .isEqualTo(TABLE.get(state.name()).containsKey("cancel"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void statesWithoutWayOutAreFinal(JobState state) {
        assertThat(state.isFinal()).isEqualTo(TABLE.get(state.name()).isEmpty());
    }
}
