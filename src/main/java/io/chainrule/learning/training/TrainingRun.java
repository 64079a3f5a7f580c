package io.chainrule.learning.training;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.Minibatches;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.model.DropoutMask;
import io.chainrule.learning.model.Initialization;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.model.Parameters;
import io.chainrule.learning.training.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fits a model epoch after epoch, at the pace of whoever pulls. The same specification and dataset give the same bits.
///
/// ```
/// while (!run.isFinished() && !isCancelled()) {
///     run.step().ifPresent(history::append);
/// }
/// ```
public final class TrainingRun {

    private final TrainingSpec spec;
    private final Preparation preparation;
    private final Parameters parameters;
    private final Optimizer optimizer;
    private final Learning learning;
    private final Measured training;
    private final @Nullable Measured validation;
    private final List<Work> works = new ArrayList<>();
    private final Score score;
    private final List<Metric> metrics;
    private int work;
    private int epoch;

    /// The one asked for last: what it knows about its features is not looked up twice.
    private @Nullable Model model;

    TrainingRun(Preparation preparation) {
        this.preparation = preparation;
        this.spec = preparation.spec();
        this.parameters = preparation
                .network()
                .initialized(preparation.initialization(), RandomStream.of(spec.seed(), Initialization.STREAM));
        this.optimizer = spec.optimizer().start(parameters.learnedArrays());
        var examples = preparation.training();
        if (spec.isFullBatch(examples.count()) && !preparation.network().differsInTraining()) {
            var wholeSet = new FullBatch(objectives(), examples, optimizer, this::learningRate);
            this.learning = wholeSet;
            this.training = wholeSet;
            works.add(wholeSet);
        } else {
            var random = RandomStream.of(spec.seed(), Minibatches.STREAM);
            var minibatches =
                    new Minibatches(examples.count(), spec.batchSize(examples.count()), spec.shuffle(), random);
            var dropout = RandomStream.of(spec.seed(), DropoutMask.STREAM);
            this.learning =
                    new MinibatchLearning(objectives(), examples, minibatches, dropout, optimizer, this::learningRate);
            works.add(learning);
            this.training = measurement(examples);
        }
        var heldBack = preparation.validation();
        this.validation = heldBack.count() == 0 ? null : measurement(heldBack);
        this.score = Score.of(preparation.loss().task());
        this.metrics = metrics(score, validation != null);
    }

    /// A run at its start.
    ///
    /// @throws io.chainrule.learning.specification.InvalidSpecException if this cannot be trained
    public static TrainingRun of(TrainingSpec spec, Dataset dataset) {
        return Preparation.of(spec, dataset).run();
    }

    /// Everything that was asked for, and what was filled in.
    public TrainingSpec spec() {
        return spec;
    }

    /// What every epoch is measured by.
    public List<Metric> metrics() {
        return metrics;
    }

    /// How many epochs are complete.
    public int epoch() {
        return epoch;
    }

    /// How many optimizer steps were taken.
    public long steps() {
        return learning.steps();
    }

    public boolean isFinished() {
        return epoch == spec.epochs();
    }

    /// Goes on to the end of the epoch.
    ///
    /// @throws DivergedException if its loss is no finite number
    public Epoch next() {
        var ended = step();
        while (ended.isEmpty()) {
            ended = step();
        }
        return ended.get();
    }

    /// Does one optimizer step, or measures one block of examples. The epoch comes with the last piece of its work.
    ///
    /// @throws DivergedException if its loss is no finite number
    public Optional<Epoch> step() {
        if (isFinished()) {
            throw new IllegalStateException("All %d epochs are done".formatted(epoch));
        }
        if (works.get(work).advance()) {
            work++;
        }
        if (work < works.size()) {
            return Optional.empty();
        }
        work = 0;
        epoch++;
        return Optional.of(measured());
    }

    /// The model as it is after the last step; later steps do not change it.
    public Model model() {
        var copy = parameters.copy();
        model = model == null ? preparation.model(copy) : model.withParameters(copy);
        return model;
    }

    /// All that later steps depend on, as it is between two pieces of work.
    public Checkpoint checkpoint() {
        var state = new StateWriter();
        for (var values : parameters.arrays()) {
            state.put(values);
        }
        optimizer.memory().forEach(state::put);
        state.put(work);
        works.forEach(part -> part.save(state));
        return new Checkpoint(epoch, steps(), state.toBytes());
    }

    /// Goes on where a run of the same specification and dataset was.
    ///
    /// @throws CheckpointInvalidException if another kind of run wrote it; this one is then of no use any more
    public void resume(Checkpoint checkpoint) {
        var state = checkpoint.state();
        for (var values : parameters.arrays()) {
            state.get(values);
        }
        optimizer.memory().forEach(state::get);
        epoch = checkpoint.epoch();
        work = state.getInt();
        works.forEach(part -> part.restore(state));
        state.requireEnd();
    }

    private Measurement measurement(Examples examples) {
        var measurement = new Measurement(objectives(), examples);
        works.add(measurement);
        return measurement;
    }

    private Objectives objectives() {
        return new Objectives(preparation.network(), preparation.loss(), parameters);
    }

    private double learningRate() {
        return spec.optimizer().learningRate();
    }

    private Epoch measured() {
        var values = new double[metrics.size()];
        int column = 0;
        values[column++] = finite(training.loss());
        values[column++] = score.of(training.score(), training.examples());
        if (validation != null) {
            values[column++] = validation.loss();
            values[column++] = score.of(validation.score(), validation.examples());
        }
        values[column++] = learningRate();
        values[column] = learning.gradientNorm();
        return new Epoch(epoch, metrics, values);
    }

    private double finite(double loss) {
        if (!Double.isFinite(loss)) {
            throw new DivergedException(epoch, loss, learningRate(), spec.standardize());
        }
        return loss;
    }

    private static List<Metric> metrics(Score score, boolean validated) {
        var metrics = new ArrayList<>(List.of(Metric.TRAIN_LOSS, score.training()));
        if (validated) {
            metrics.addAll(List.of(Metric.VALIDATION_LOSS, score.validation()));
        }
        metrics.addAll(List.of(Metric.LEARNING_RATE, Metric.GRADIENT_NORM));
        return List.copyOf(metrics);
    }
}
