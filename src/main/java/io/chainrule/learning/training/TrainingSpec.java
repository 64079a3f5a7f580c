package io.chainrule.learning.training;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.MissingValues;
import io.chainrule.learning.dataset.Target;
import io.chainrule.learning.model.Initialization;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What to fit to which dataset, and how. Optional settings are filled in by [#resolved].
public record TrainingSpec(
        @Setting(help = "A name for people", most = 200, example = "\"two clouds, straight line\"") @Nullable
        String name,

        @Setting(help = "The id of the dataset", example = "\"sample-two-clouds\"")
        String dataset,

        @Setting(
                help = "The column to predict, or several columns of numbers in an array; the dataset's own target if"
                        + " absent",
                example = "\"label\"")
        @Nullable
        Target target,

        @Setting(
                help = "The columns to predict it from; all usable ones if absent",
                least = 1,
                example = "[\"x1\", \"x2\"]")
        @Nullable
        List<String> features,

        @Setting(help = "Which function is fitted", byDefault = "\"linear\"", example = "{\"type\": \"linear\"}")
        ModelSpec model,

        @Setting(help = "What a wrong prediction costs; by task if absent", example = "\"cross-entropy\"") @Nullable
        LossSpec loss,

        @Setting(
                help = "How parameters follow the gradient",
                byDefault = "\"sgd\"",
                example = "{\"type\": \"sgd\", \"learningRate\": 1.0}")
        OptimizerSpec.OfModels optimizer,

        @Setting(help = "How the learning rate changes with time", byDefault = "\"constant\"")
        ScheduleSpec learningRateSchedule,

        @Setting(help = "Passes over the training examples", byDefault = "100", min = 1)
        int epochs,

        @Setting(help = "Examples in a step; all of them if absent", min = 1, example = "32") @Nullable
        Integer batchSize,

        @Setting(help = "Whether minibatches take the examples in a new random order each epoch", byDefault = "true")
        boolean shuffle,

        @Setting(
                help = "How weights start; by model if absent",
                example = "{\"weights\": \"small-normal\", \"scale\": 0.01}")
        @Nullable
        Initialization initialization,

        @Setting(
                help = "What keeps weights and steps small",
                byDefault = "{}",
                example = "{\"l2\": 0.01, \"clipNorm\": 1}")
        Regularization regularization,

        @Setting(help = "Which examples are held back for measuring", byDefault = "{}", example = "{\"share\": 0.2}")
        ValidationSpec validation,

        @Setting(help = "Whether features are centred and divided by their standard deviation", byDefault = "false")
        boolean standardize,

        @Setting(help = "What to do about missing values", byDefault = "\"refuse\"")
        MissingValues missing,

        @Setting(help = "How much each class counts; all the same if absent", example = "\"balanced\"") @Nullable
        ClassWeights classWeights,

        @Setting(
                help = "When to give up waiting for something better; never if absent",
                example = "{\"metric\": \"validationLoss\", \"patience\": 20}")
        @Nullable
        EarlyStopping earlyStopping,

        @Setting(
                help = "At so many epochs, close together at first, parameters are kept for boundaries through time",
                byDefault = "20",
                min = 0,
                max = 100)
        int frames,

        @Setting(
                help = "After the epoch that ends beyond so many seconds, training stops and keeps its model",
                above = 0,
                example = "60")
        @Nullable
        Double maxSeconds,

        @Setting(help = "Epochs between checkpoints, which are at least a second apart", min = 1, example = "100")
        @Nullable
        Integer checkpointEvery,

        @Setting(help = "Where all chance comes from", byDefault = "0", min = 0, max = MOST_SEED, example = "42")
        long seed,

        @Setting(help = "Labels for finding the job again", byDefault = "{}", most = 50)
        Map<String, String> tags) {

    /// Up to here every whole number is a JSON number without loss.
    public static final double MOST_SEED = (1L << 53) - 1;

    private static final int TAG = 200;
    private static final int TAG_VALUE = 1000;

    public TrainingSpec {
        Settings.require(
                TrainingSpec.class,
                name,
                dataset,
                target,
                features,
                model,
                loss,
                optimizer,
                learningRateSchedule,
                epochs,
                batchSize,
                shuffle,
                initialization,
                regularization,
                validation,
                standardize,
                missing,
                classWeights,
                earlyStopping,
                frames,
                maxSeconds,
                checkpointEvery,
                seed,
                tags);
        tags.forEach(TrainingSpec::requireShort);
        features = features == null ? null : List.copyOf(features);
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    private static void requireShort(String tag, String value) {
        if (tag.isEmpty() || tag.length() > TAG || value.length() > TAG_VALUE) {
            throw new InvalidSpecException(
                    Violation.pointer("tags", tag),
                    "A tag has 1 to %d characters and its value at most %d".formatted(TAG, TAG_VALUE));
        }
    }

    /// The same with everything filled in that the dataset decides.
    ///
    /// @throws io.chainrule.learning.specification.InvalidSpecException if it cannot be trained on this dataset
    public TrainingSpec resolved(Dataset dataset) {
        return Preparation.of(this, dataset).spec();
    }

    TrainingSpec filled(Target target, List<String> features, LossSpec loss, @Nullable Initialization initialization) {
        return new TrainingSpec(
                name,
                dataset,
                target,
                features,
                model,
                loss,
                optimizer,
                learningRateSchedule,
                epochs,
                batchSize,
                shuffle,
                initialization,
                regularization,
                validation,
                standardize,
                missing,
                classWeights,
                earlyStopping,
                frames,
                maxSeconds,
                checkpointEvery,
                seed,
                tags);
    }

    /// The epochs after which parameters are kept.
    public FrameSchedule frameSchedule() {
        return FrameSchedule.of(frames, epochs);
    }

    /// Examples in a full step, of so many.
    int batchSize(int examples) {
        return batchSize == null ? examples : Math.min(batchSize, examples);
    }

    boolean isFullBatch(int examples) {
        return batchSize(examples) == examples;
    }
}
