package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateReaderTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void placeWithinTheListIsRead(int place) {
        assertThat(reader(new StateWriter().put(place)).getPlace(3)).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void placeBeyondTheListIsRefused(int place) {
        assertThatThrownBy(() -> reader(new StateWriter().put(place)).getPlace(3))
                .isInstanceOf(CheckpointInvalidException.class)
                .hasMessage("The checkpoint goes on at place %d where this run has 3", place);
    }

    @Test
    void placesWithinTheListAreRead() {
        var places = new int[3];
        reader(new StateWriter().put(new int[] {2, 0, 1})).getPlaces(places, 3);
        assertThat(places).containsExactly(2, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void onePlaceBeyondTheListIsEnoughToRefuseThemAll(int place) {
        assertThatThrownBy(() ->
                        reader(new StateWriter().put(new int[] {2, 0, place})).getPlaces(new int[3], 3))
                .isInstanceOf(CheckpointInvalidException.class)
                .hasMessage("The checkpoint names place %d where this run has 3", place);
    }

    @Test
    void anotherNumberOfPlacesIsRefused() {
        assertThatThrownBy(() -> reader(new StateWriter().put(new int[] {0, 1})).getPlaces(new int[3], 3))
                .isInstanceOf(CheckpointInvalidException.class)
                .hasMessageContaining("keeps 3 numbers where the checkpoint has 2");
    }

    @Test
    void epochsBeyondTheRunAreRefused() {
        var run = TrainingRun.of(Specs.linear().epochs(5).build(), Specs.sample("two-clouds", "label"));
        run.next();
        var now = run.checkpoint();
        assertThatCode(() -> run.resume(now)).doesNotThrowAnyException();
        for (int epoch : new int[] {-1, 6, Integer.MAX_VALUE}) {
            var strange = new Checkpoint(epoch, now.step(), stateOf(now));
            assertThatThrownBy(() -> run.resume(strange))
                    .isInstanceOf(CheckpointInvalidException.class)
                    .hasMessage("The checkpoint is of epoch %d where this run has 5", epoch);
        }
        assertThatCode(() -> run.resume(new Checkpoint(5, now.step(), stateOf(now))))
                .doesNotThrowAnyException();
    }

    /// What is between the head and the digest.
    private static byte[] stateOf(Checkpoint checkpoint) {
        var bytes = checkpoint.toBytes();
        return Arrays.copyOfRange(bytes, 20, bytes.length - 32);
    }

    private static StateReader reader(StateWriter written) {
        return new StateReader(written.toBytes());
    }
}
