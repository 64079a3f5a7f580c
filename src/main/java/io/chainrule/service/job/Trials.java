package io.chainrule.service.job;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetInvalidException;
import io.chainrule.learning.dataset.MissingValues;
import io.chainrule.learning.dataset.Split;
import io.chainrule.learning.evaluation.KnownExamples;
import io.chainrule.learning.evaluation.Outcomes;
import io.chainrule.learning.evaluation.RowLoss;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.training.LossSpec;
import io.chainrule.learning.training.Preparation;
import io.chainrule.learning.training.TrainingSpec;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Puts stored models to the test on stored datasets.
@Service
public class Trials {

    private final TrainingJobs jobs;
    private final Models models;
    private final Datasets datasets;

    Trials(TrainingJobs jobs, Models models, Datasets datasets) {
        this.jobs = jobs;
        this.models = models;
        this.datasets = datasets;
    }

    /// Which rows of its dataset a job learns from, and which it holds back.
    ///
    /// @throws NotFoundException if there is no such job
    /// @throws DatasetGoneException if its dataset has been deleted
    public Split split(String job) {
        var spec = jobs.get(job).spec();
        return datasets.read(spec.dataset())
                .map(dataset -> Preparation.of(spec, dataset).split())
                .orElseThrow(() -> DatasetGoneException.ofJob(job, spec.dataset()));
    }

    /// Tries a model on the examples of its own job: on this part, or if that is not said, on those that were held
    /// back, or if there are none, on those it learned from.
    ///
    /// @throws NotFoundException if there is no such model
    /// @throws DatasetGoneException if its dataset has been deleted
    public Trial ofModel(String id, @Nullable Part part) {
        var about = about(id);
        var dataset = about.spec().dataset();
        var examples = datasets.read(dataset).orElseThrow(() -> DatasetGoneException.ofModel(id, dataset));
        return trial(about, dataset, examples, split(about, examples), part);
    }

    /// Tries a model on all examples of a dataset, or on a part of those of its job if the dataset is the same.
    ///
    /// @throws NotFoundException if there is no such model
    /// @throws InvalidSpecException if there is no such dataset, or no such part of it
    /// @throws DatasetUnfitException if the dataset lacks what the model needs
    public Trial ofModel(String id, String dataset, @Nullable Part part) {
        var about = about(id);
        var examples = datasets.read(dataset)
                .orElseThrow(() -> new InvalidSpecException("/dataset", "There is no dataset \"" + dataset + "\""));
        if (part != null) {
            requireSame(about, examples);
            return trial(about, dataset, examples, split(about, examples), part);
        }
        var model = model(id);
        var dropIncomplete = about.spec().missing() == MissingValues.DROP;
        try {
            return trial(about, model, dataset, null, KnownExamples.of(model, examples, dropIncomplete));
        } catch (DatasetInvalidException invalid) {
            throw DatasetUnfitException.of(id, model, dataset, invalid);
        }
    }

    private Trial trial(StoredModel about, String id, Dataset dataset, Split split, @Nullable Part asked) {
        var part = asked == null ? split.validation().length > 0 ? Part.VALIDATION : Part.TRAINING : asked;
        var rows = switch (part) {
            case TRAINING -> split.training();
            case VALIDATION -> validation(split);
            case ALL ->
                IntStream.concat(IntStream.of(split.training()), IntStream.of(split.validation()))
                        .sorted()
                        .toArray();
        };
        var model = model(about.id());
        return trial(about, model, id, part, KnownExamples.of(model, dataset, rows));
    }

    private static Trial trial(
            StoredModel about, Model model, String dataset, @Nullable Part part, KnownExamples examples) {
        return new Trial(
                about, model, dataset, part, examples, Outcomes.of(model, examples, loss(about.spec(), model)));
    }

    private static RowLoss loss(TrainingSpec spec, Model model) {
        var loss = spec.loss() == null ? LossSpec.of(model.task()) : spec.loss();
        return loss::ofRows;
    }

    private static int[] validation(Split split) {
        if (split.validation().length == 0) {
            throw new InvalidSpecException(
                    "/split", "The model's job held no examples back; its training used them all");
        }
        return split.validation();
    }

    private static Split split(StoredModel about, Dataset dataset) {
        return Preparation.of(about.spec(), dataset).split();
    }

    private static void requireSame(StoredModel about, Dataset dataset) {
        if (!dataset.digest().equals(about.datasetDigest())) {
            throw new InvalidSpecException(
                    "/split",
                    "The dataset is not the one the model was trained on, so it has no split; leave split out");
        }
    }

    private StoredModel about(String id) {
        return models.find(id).orElseThrow(() -> notFound(id));
    }

    private Model model(String id) {
        return models.read(id).orElseThrow(() -> notFound(id));
    }

    private static NotFoundException notFound(String id) {
        return new NotFoundException("model", id);
    }
}
