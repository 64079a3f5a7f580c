package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.model.LayerSpec;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointTest {

    private static final Dataset CLOUDS = Specs.sample("two-clouds", "label");

    static List<OptimizerSpec.FirstOrder> optimizers() {
        return List.of(
                OptimizerSpec.Sgd.of(0.1),
                new OptimizerSpec.Sgd(0.1, 0.9, false),
                new OptimizerSpec.Sgd(0.1, 0.9, true),
                new OptimizerSpec.Adagrad(0.1, 1e-8),
                new OptimizerSpec.Rmsprop(0.01, 0.9, 1e-8),
                new OptimizerSpec.Adam(0.01, 0.9, 0.999, 1e-8),
                new OptimizerSpec.AdamW(0.01, 0.9, 0.999, 1e-8, 0.01));
    }

    /// Batches of 30 and a last one of 20, then measurements of training and validation: interrupted after each piece.
    @ParameterizedTest
    @MethodSource("optimizers")
    void runInterruptedAfterEveryPieceEqualsTheUninterruptedOne(OptimizerSpec.FirstOrder optimizer) {
        var spec = Specs.mlp(5)
                .optimizer(optimizer)
                .epochs(7)
                .batchSize(30)
                .validation(0.2)
                .build();

        assertThat(interrupted(spec, CLOUDS, 1)).isEqualTo(uninterrupted(spec, CLOUDS));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void fullBatchesGoOnWithTheSameBits(OptimizerSpec.FirstOrder optimizer) {
        var spec = Specs.linear().optimizer(optimizer).epochs(9).validation(0.3).build();

        assertThat(interrupted(spec, CLOUDS, 1)).isEqualTo(uninterrupted(spec, CLOUDS));
    }

    @Test
    void schedulesStoppingAndQuasiNewtonGoOnWithTheSameBits() {
        var stopping = new EarlyStopping(EarlyStopping.Watched.VALIDATION_LOSS, 3, 0.001, true);
        var plateau = Specs.mlp(5)
                .schedule(new ScheduleSpec.Plateau(2, 0.5))
                .earlyStopping(stopping)
                .epochs(60)
                .batchSize(30)
                .validation(0.3)
                .build();
        var newton = Specs.mlp(3)
                .optimizer(new OptimizerSpec.Lbfgs(4))
                .regularization(new Regularization(0, 0.01, null, null))
                .epochs(40)
                .validation(0.3)
                .build();
        for (var spec : List.of(plateau, newton)) {
            assertThat(interrupted(spec, CLOUDS, 1)).isEqualTo(uninterrupted(spec, CLOUDS));
        }
    }

    @Test
    void levenbergMarquardtGoesOnWithTheSameBits() {
        for (var start : NistProblem.Start.values()) {
            var problem = NistProblem.named("Rat42");
            var spec = problem.fitFrom(start).validation(0.2).build();
            assertThat(interrupted(spec, problem.dataset(), 1)).isEqualTo(uninterrupted(spec, problem.dataset()));
        }
    }

    @Test
    void layersWithChanceAndMemoryGoOnWithTheSameBits() {
        var model = new ModelSpec.Layers(List.of(
                new LayerSpec.Dense(6),
                new LayerSpec.BatchNorm(0.1, 1e-5),
                new LayerSpec.Relu(),
                new LayerSpec.Dropout(0.3)));
        for (var spec : List.of(
                Specs.linear().model(model).batchSize(30), Specs.linear().model(model))) {
            var asked = spec.epochs(5).validation(0.2).build();
            assertThat(interrupted(asked, CLOUDS, 1)).isEqualTo(uninterrupted(asked, CLOUDS));
        }
    }

    /// So many rows are passed through primitive by primitive.
    @Test
    void largeFullBatchMayBeLeftInTheMiddleOfItsStep() {
        var dataset = wave(60_000);
        var spec = Specs.mlp(16)
                .optimizer(new OptimizerSpec.Sgd(0.01, 0.5, false))
                .epochs(3)
                .build();
        var run = TrainingRun.of(spec, dataset);
        int pieces = 1;
        while (run.step().isEmpty()) {
            pieces++;
        }

        assertThat(pieces).isGreaterThan(10);
        assertThat(interrupted(spec, dataset, pieces - 1)).isEqualTo(uninterrupted(spec, dataset));
    }

    @Test
    void checkpointTellsWhereItWasWritten() {
        var run = TrainingRun.of(Specs.linear().batchSize(30).build(), CLOUDS);
        run.next();
        run.step();

        var checkpoint = Checkpoint.read(run.checkpoint().toBytes());

        assertThat(checkpoint.epoch()).isEqualTo(1);
        assertThat(checkpoint.step()).isEqualTo(5).isEqualTo(run.steps());
    }

    @Test
    void changedBytesAreNoticed() {
        var run = TrainingRun.of(Specs.linear().build(), CLOUDS);
        var bytes = run.checkpoint().toBytes();
        for (int i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> Checkpoint.read(changed))
                    .as("byte %d", i)
                    .isInstanceOf(CheckpointInvalidException.class);
        }
    }

    @Test
    void checkpointOfAnotherKindOfRunIsRefused() {
        var linear = TrainingRun.of(Specs.linear().build(), CLOUDS).checkpoint();
        var momentum =
                Specs.linear().optimizer(new OptimizerSpec.Sgd(0.1, 0.9, false)).build();
        var minibatches = Specs.linear().batchSize(30).build();
        for (var other : List.of(Specs.mlp(4).build(), momentum, minibatches)) {
            var run = TrainingRun.of(other, CLOUDS);
            assertThatThrownBy(() -> run.resume(linear)).isInstanceOf(CheckpointInvalidException.class);
        }
    }

    private static List<String> uninterrupted(TrainingSpec spec, Dataset dataset) {
        var run = TrainingRun.of(spec, dataset);
        var seen = new ArrayList<String>();
        while (!run.isFinished()) {
            seen.add(run.next().toString());
        }
        seen.add(run.result().parameters().hash());
        return seen;
    }

    /// What is seen when a new run takes over, through bytes, after so many pieces each time.
    private static List<String> interrupted(TrainingSpec spec, Dataset dataset, int pieces) {
        var run = TrainingRun.of(spec, dataset);
        var seen = new ArrayList<String>();
        while (!run.isFinished()) {
            for (int piece = 0; piece < pieces && !run.isFinished(); piece++) {
                run.step().ifPresent(epoch -> seen.add(epoch.toString()));
            }
            var checkpoint = run.checkpoint().toBytes();
            run = TrainingRun.of(spec, dataset);
            run.resume(Checkpoint.read(checkpoint));
        }
        seen.add(run.result().parameters().hash());
        return seen;
    }

    private static Dataset wave(int rows) {
        var columns = new LinkedHashMap<String, List<Double>>();
        columns.put("x", IntStream.range(0, rows).mapToObj(i -> i * 1e-3).toList());
        columns.put("y", IntStream.range(0, rows).mapToObj(i -> i * 1e-3 % 1).toList());
        return Specs.dataset(columns);
    }
}
