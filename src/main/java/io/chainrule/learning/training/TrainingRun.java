package io.chainrule.learning.training;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.model.Initialization;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.model.Parameters;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
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
    private final Learning learning;
    private final LearningRate schedule;
    private final List<Work> works = new ArrayList<>();
    private final Measures measures;
    private int work;
    private final @Nullable BestEpoch best;
    private double rate;
    private int epoch;

    /// The one asked for last: what it knows about its features is not looked up twice.
    private @Nullable Model model;

    TrainingRun(Preparation preparation) {
        this.preparation = preparation;
        this.spec = preparation.spec();
        this.parameters = preparation
                .network()
                .initialized(preparation.initialization(), RandomStream.of(spec.seed(), Initialization.STREAM));
        this.schedule = spec.learningRateSchedule().start(baseRate(spec.optimizer()), spec.epochs());
        var examples = preparation.training();
        this.learning = Learning.of(preparation, parameters, examples, () -> rate);
        works.add(learning);
        this.measures = measures(examples, preparation.validation());
        this.best = spec.earlyStopping() == null
                ? null
                : new BestEpoch(spec.earlyStopping(), measures.metrics(), parameters);
        this.rate = schedule.of(1);
    }

    private Measures measures(Examples examples, Examples heldBack) {
        var training = learning instanceof Measured measured ? measured : measurement(examples);
        return new Measures(
                training,
                heldBack.count() == 0 ? null : measurement(heldBack),
                Score.of(preparation.loss().task()),
                preparation.network().outputs(),
                spec.optimizer() instanceof OptimizerSpec.FirstOrder);
    }

    private Measurement measurement(Examples examples) {
        var measurement = new Measurement(preparation.objectives(parameters), examples);
        works.add(measurement);
        return measurement;
    }

    private static double baseRate(OptimizerSpec optimizer) {
        return optimizer instanceof OptimizerSpec.FirstOrder firstOrder ? firstOrder.learningRate() : 0;
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
        return measures.metrics();
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
        return ending().isPresent();
    }

    /// Why it is finished, if it is.
    public Optional<Ending> ending() {
        if (epoch > 0 && work == 0) {
            if (learning.hasConverged()) {
                return Optional.of(Ending.CONVERGED);
            }
            if (best != null && best.isOver()) {
                return Optional.of(Ending.EARLY_STOPPING);
            }
        }
        return epoch == spec.epochs() ? Optional.of(Ending.EPOCHS) : Optional.empty();
    }

    /// Goes on to the end of the epoch.
    ///
    /// @throws DivergedException if its loss is no finite number
    public Epoch next() {
        return advance(Integer.MAX_VALUE).orElseThrow();
    }

    /// Does so many pieces of work, or what is left of the epoch if that is less. The epoch comes with its last piece.
    ///
    /// @param most at least 1
    /// @throws DivergedException if its loss is no finite number
    public Optional<Epoch> advance(int most) {
        var ended = step();
        for (int piece = 1; piece < most && ended.isEmpty(); piece++) {
            ended = step();
        }
        return ended;
    }

    /// Does one optimizer step, or measures one block of examples. The epoch comes with the last piece of its work.
    ///
    /// @throws DivergedException if its loss is no finite number
    public Optional<Epoch> step() {
        if (isFinished()) {
            throw new IllegalStateException("The run is finished after epoch " + epoch);
        }
        if (works.get(work).advance()) {
            work++;
        }
        if (work < works.size()) {
            return Optional.empty();
        }
        work = 0;
        epoch++;
        if (!Double.isFinite(measures.trainLoss())) {
            throw new DivergedException(epoch, measures.trainLoss(), spec, rate);
        }
        var ended = measures.epoch(epoch, rate, learning.gradientNorm());
        if (best != null) {
            best.observe(ended);
        }
        schedule.observe(measures.watchedLoss());
        rate = schedule.of(Math.min(epoch + 1, spec.epochs()));
        return Optional.of(ended);
    }

    /// The model as it is after the last step; later steps do not change it.
    public Model model() {
        var copy = parameters.copy();
        model = model == null ? preparation.model(copy) : model.withParameters(copy);
        return model;
    }

    /// The epoch whose model is the result in place of the last one's, if early stopping restores the best.
    public Optional<Epoch> restored() {
        return best == null || !restoresBest() ? Optional.empty() : Optional.ofNullable(best.epoch());
    }

    private boolean restoresBest() {
        return spec.earlyStopping() != null && spec.earlyStopping().restoreBest();
    }

    /// The model that the run leaves behind: that of the best epoch if it is to be restored, else the last.
    public Model result() {
        var left = best == null || restored().isEmpty()
                ? model()
                : model().withParameters(best.parameters().copy());
        return left.withUncertainty(preparation.uncertainty(left.parameters()));
    }

    /// All that later steps depend on, as it is between two pieces of work.
    public Checkpoint checkpoint() {
        var state = new StateWriter();
        for (var values : parameters.arrays()) {
            state.put(values);
        }
        state.put(work);
        works.forEach(part -> part.save(state));
        schedule.save(state);
        if (best != null) {
            best.save(state);
        }
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
        if (checkpoint.epoch() < 0 || checkpoint.epoch() > spec.epochs()) {
            throw new CheckpointInvalidException(
                    "The checkpoint is of epoch %d where this run has %d".formatted(checkpoint.epoch(), spec.epochs()));
        }
        epoch = checkpoint.epoch();
        work = state.getPlace(works.size());
        works.forEach(part -> part.restore(state));
        schedule.restore(state);
        if (best != null) {
            best.restore(state);
        }
        rate = schedule.of(Math.min(epoch + 1, spec.epochs()));
        state.requireEnd();
    }
}
