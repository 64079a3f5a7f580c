package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import io.chainrule.service.access.WithoutKeys;
import io.chainrule.service.job.JobEvent.Measured;
import io.chainrule.service.job.JobEvents.NumberedEvent;
import io.chainrule.service.job.TrainingJobStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@LiveTest
@ExtendWith(WithoutKeys.class)
class EventDataTest {

    private static final int FIRST = 1001;

    @Autowired
    private LiveService service;

    @Autowired
    private TrainingJobStore store;

    @Autowired
    private EventData data;

    /// Whether a block is written at once or part by part, it is the same.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8191, 8192, 8193, 16384, 20000})
    void blockHasAllItsEpochs(int epochs) throws IOException {
        var id = service.submit(LiveService.SHORT);
        service.awaitState(id, "succeeded");
        var metrics = List.of(Metric.TRAIN_LOSS, Metric.LEARNING_RATE);
        var history = new History(metrics);
        for (int i = 0; i < epochs; i++) {
            history.append(new Epoch(FIRST + i, metrics, i == epochs / 2 ? Double.NaN : 1.0 / (i + 1), 0.1));
        }
        store.append(id, history.snapshot());

        var block = service.tree(text(id, new Measured(FIRST, FIRST + epochs - 1)));
        assertThat(block.propertyNames()).containsExactly("epoch", "trainLoss", "learningRate");
        assertThat(block.get("epoch").valueStream().mapToInt(epoch -> epoch.intValue()))
                .containsExactlyElementsOf(
                        IntStream.range(FIRST, FIRST + epochs).boxed().toList());
        assertThat(block.get("learningRate")).hasSize(epochs);
        var losses = block.get("trainLoss");
        assertThat(losses).hasSize(epochs);
        for (int i = 0; i < epochs; i++) {
            assertThat(losses.get(i)).hasToString(i == epochs / 2 ? "\"NaN\"" : Double.toString(1.0 / (i + 1)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20000})
    void blockOfDeletedJobEndsTheStream(int epochs) {
        assertThatThrownBy(() -> text("job_none", new Measured(1, epochs))).isInstanceOf(IOException.class);
    }

    @Test
    void dataAreMadeOnceForAllReaders() throws IOException {
        var newest = new NewestEvents();
        var made = newest.get("job_1", 1, () -> new byte[1]);
        assertThat(newest.get("job_1", 1, () -> new byte[2])).isSameAs(made);
        assertThat(newest.get("job_1", 2, () -> new byte[3])).hasSize(3);
        assertThat(newest.get("job_2", 1, () -> new byte[4])).hasSize(4);
        assertThatThrownBy(() -> newest.get("job_3", 1, () -> {
                    throw new IOException("gone");
                }))
                .hasMessage("gone");
        assertThat(newest.get("job_3", 1, () -> new byte[5])).hasSize(5);
    }

    private String text(String id, Measured block) throws IOException {
        var output = new ByteArrayOutputStream();
        data.write(id, new NumberedEvent(99, block), output);
        return output.toString(StandardCharsets.UTF_8);
    }
}
