package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/// Whatever state a checkpoint holds, a run goes on from it or says that it is invalid.
///
/// Runs as a regression test on the inputs kept in the resources; `./mvnw -Pfuzz-coverage test` looks for new ones.
class ResumptionFuzzTest {

    private static final int HEADER = 20;
    private static final int DIGEST = 32;
    private static final Dataset CLOUDS = Specs.sample("two-clouds", "label");
    private static final List<TrainingSpec> SPECS = List.of(
            Specs.linear().epochs(20).build(),
            Specs.mlp(2)
                    .optimizer(new OptimizerSpec.Adam(0.01, 0.9, 0.999, 1e-8))
                    .batchSize(30)
                    .epochs(20)
                    .build(),
            Specs.mlp(2)
                    .schedule(new ScheduleSpec.Plateau(2, 0.5))
                    .earlyStopping(new EarlyStopping(EarlyStopping.Watched.VALIDATION_LOSS, 3, 0.001, true))
                    .batchSize(40)
                    .validation(0.3)
                    .epochs(20)
                    .build(),
            Specs.linear().optimizer(new OptimizerSpec.Lbfgs(3)).epochs(20).build());
    private static final List<byte[]> STATES =
            SPECS.stream().map(ResumptionFuzzTest::state).toList();

    /// In the middle of an epoch, where most is kept.
    private static byte[] state(TrainingSpec spec) {
        var run = TrainingRun.of(spec, CLOUDS);
        for (int i = 0; i < 7; i++) {
            run.step();
        }
        var bytes = run.checkpoint().toBytes();
        return Arrays.copyOfRange(bytes, HEADER, bytes.length - DIGEST);
    }

    /// A state with some of its numbers changed, under a digest that is right.
    @FuzzTest(maxDuration = "60s")
    void states(FuzzedDataProvider data) {
        int chosen = data.consumeInt(0, SPECS.size() - 1);
        var state = STATES.get(chosen).clone();
        var numbers = ByteBuffer.wrap(state).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = data.consumeInt(0, 6); i > 0; i--) {
            numbers.putInt(data.consumeInt(0, state.length / 4 - 1) * 4, data.consumeInt());
        }
        var length = data.consumeBoolean() ? state.length : data.consumeInt(0, state.length);
        var checkpoint = new Checkpoint(data.consumeInt(-1, 12), data.consumeLong(), Arrays.copyOf(state, length));
        var run = TrainingRun.of(SPECS.get(chosen), CLOUDS);
        try {
            run.resume(Checkpoint.read(checkpoint.toBytes()));
        } catch (CheckpointInvalidException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        goOn(run);
    }

    private static void goOn(TrainingRun run) {
        try {
            for (int i = 0; i < 5 && !run.isFinished(); i++) {
                run.step();
            }
        } catch (DivergedException numbers) {
            assertThat(numbers.getMessage()).isNotBlank(); // any parameters are legitimate
        }
    }
}
