package io.chainrule.learning.training;

import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.dataset.MissingValues;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.dataset.Tables;
import io.chainrule.learning.dataset.Target;
import io.chainrule.learning.model.Activation;
import io.chainrule.learning.model.Initialization;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Training specifications and datasets for tests: everything at its default, then changed field by field.
public final class Specs {

    private ModelSpec model = new ModelSpec.Linear();
    private @Nullable LossSpec loss;
    private OptimizerSpec.OfModels optimizer = OptimizerSpec.Sgd.of(0.1);
    private ScheduleSpec schedule = new ScheduleSpec.Constant();
    private Regularization regularization = Regularization.NONE;
    private @Nullable ClassWeights classWeights;
    private @Nullable EarlyStopping earlyStopping;
    private int epochs = 100;
    private @Nullable Integer batchSize;
    private boolean shuffle = true;
    private @Nullable Initialization initialization;
    private ValidationSpec validation = ValidationSpec.NONE;
    private boolean standardize;
    private MissingValues missing = MissingValues.REFUSE;
    private int frames = 20;
    private long seed;
    private @Nullable Target target;
    private @Nullable List<String> features;

    public static Specs linear() {
        return new Specs();
    }

    public static Specs mlp(Integer... hidden) {
        return new Specs().model(new ModelSpec.Mlp(List.of(hidden), Activation.RELU));
    }

    public TrainingSpec build() {
        return new TrainingSpec(
                null,
                "ds_test",
                target,
                features,
                model,
                loss,
                optimizer,
                schedule,
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
                null,
                null,
                seed,
                Map.of());
    }

    public Specs model(ModelSpec model) {
        this.model = model;
        return this;
    }

    public Specs loss(LossSpec loss) {
        this.loss = loss;
        return this;
    }

    public Specs sgd(double learningRate) {
        return optimizer(OptimizerSpec.Sgd.of(learningRate));
    }

    public Specs optimizer(OptimizerSpec.OfModels optimizer) {
        this.optimizer = optimizer;
        return this;
    }

    public Specs schedule(ScheduleSpec schedule) {
        this.schedule = schedule;
        return this;
    }

    public Specs regularization(Regularization regularization) {
        this.regularization = regularization;
        return this;
    }

    public Specs classWeights(ClassWeights classWeights) {
        this.classWeights = classWeights;
        return this;
    }

    public Specs earlyStopping(EarlyStopping earlyStopping) {
        this.earlyStopping = earlyStopping;
        return this;
    }

    public Specs epochs(int epochs) {
        this.epochs = epochs;
        return this;
    }

    public Specs batchSize(int batchSize) {
        this.batchSize = batchSize;
        return this;
    }

    public Specs shuffle(boolean shuffle) {
        this.shuffle = shuffle;
        return this;
    }

    public Specs initialization(Initialization initialization) {
        this.initialization = initialization;
        return this;
    }

    public Specs validation(double share) {
        this.validation = new ValidationSpec(share, null, true);
        return this;
    }

    public Specs validationDataset(String id) {
        this.validation = new ValidationSpec(0, id, true);
        return this;
    }

    public Specs standardize() {
        this.standardize = true;
        return this;
    }

    public Specs missing(MissingValues missing) {
        this.missing = missing;
        return this;
    }

    public Specs frames(int frames) {
        this.frames = frames;
        return this;
    }

    public Specs seed(long seed) {
        this.seed = seed;
        return this;
    }

    public Specs target(String... columns) {
        this.target = new Target(List.of(columns));
        return this;
    }

    public Specs features(String... features) {
        this.features = List.of(features);
        return this;
    }

    /// Trains to the end.
    public static History.Rows train(TrainingRun run) {
        var history = new History(run.metrics());
        while (!run.isFinished()) {
            run.step().ifPresent(history::append);
        }
        return history.snapshot();
    }

    /// One of `sample-data`.
    public static Dataset sample(String name, String target) {
        try (var bytes = Files.newInputStream(Path.of("sample-data", name + ".csv"))) {
            return Csv.read(bytes, new DatasetSpec(name, target, null), DatasetLimits.standard());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Dataset dataset(SequencedMap<String, ? extends List<? extends @Nullable Object>> columns) {
        return Tables.ofColumns(columns, DatasetSpec.named("test"), DatasetLimits.standard());
    }

    /// Normally distributed clouds, one a class, in as many dimensions as there are features.
    public static Dataset clouds(int examples, int features, int classes) {
        var random = RandomStream.of(7, "clouds");
        var centers = new double[classes][features];
        for (var center : centers) {
            Arrays.setAll(center, _ -> 1.5 * random.nextNormal());
        }
        var columns = new LinkedHashMap<String, List<Object>>();
        for (int feature = 0; feature < features; feature++) {
            columns.put("x" + feature, new ArrayList<>());
        }
        columns.put("label", new ArrayList<>());
        for (int i = 0; i < examples; i++) {
            for (int feature = 0; feature < features; feature++) {
                column(columns, "x" + feature).add(centers[i % classes][feature] + random.nextNormal());
            }
            column(columns, "label").add("class " + i % classes);
        }
        return dataset(columns);
    }

    private static List<Object> column(Map<String, List<Object>> columns, String name) {
        return Objects.requireNonNull(columns.get(name));
    }
}
