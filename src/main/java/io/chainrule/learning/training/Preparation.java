package io.chainrule.learning.training;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.Encoding;
import io.chainrule.learning.dataset.Features;
import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.dataset.Split;
import io.chainrule.learning.dataset.UsableRows;
import io.chainrule.learning.model.FeatureProfile;
import io.chainrule.learning.model.Initialization;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.model.Network;
import io.chainrule.learning.model.Parameters;
import io.chainrule.learning.model.Uncertainty;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Settings;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A training specification and its dataset made ready for each other: everything is decided but nothing computed yet.
public final class Preparation {

    private final TrainingSpec spec;
    private final Dataset dataset;
    private final LossSpec loss;
    private final @Nullable Initialization initialization;
    private final Split split;
    private final Encoding encoding;
    private final List<String> warnings;
    private final SeparateValidation.@Nullable Encoded separate;
    private final double @Nullable [] classWeights;

    private Preparation(TrainingSpec asked, Dataset dataset, @Nullable Dataset validation) {
        this.dataset = dataset;
        this.loss = asked.loss() == null ? LossSpec.of(dataset.task(), asked.model()) : asked.loss();
        this.initialization = asked.initialization() == null ? asked.model().initialization() : asked.initialization();
        checkLoss(loss, asked.model(), dataset);
        var features = asked.model() instanceof ModelSpec.ExpressionModel formula
                ? FormulaColumns.of(formula, asked.features(), dataset)
                : Features.of(dataset, asked.features());
        var usable = UsableRows.of(dataset, features.names(), asked.missing());
        var rows = usable.rows();
        checkClasses(dataset, rows);
        this.split = split(asked, dataset, rows);
        this.encoding = Encoding.of(dataset, features.names(), split.training(), asked.missing(), asked.standardize());
        this.warnings = Stream.concat(features.warnings().stream(), usable.warnings().stream())
                .toList();
        this.spec = asked.filled(dataset.targets(), features.names(), loss, initialization);
        this.separate = validation == null
                ? null
                : SeparateValidation.of(validation, encoding, dataset.task(), asked.missing());
        Consistency.require(spec, loss, dataset, network(), isValidated());
        this.classWeights = spec.classWeights() == null ? null : classWeights(spec.classWeights());
    }

    /// Who only looks at the rows of a job may leave the dataset out that it is measured on.
    private boolean isValidated() {
        return spec.validation().dataset() != null || split.validation().length > 0;
    }

    private double[] classWeights(ClassWeights weights) {
        var labels = (CategoryColumn) dataset.targetColumn();
        var counts = new int[labels.categories().size()];
        for (int row : split.training()) {
            counts[labels.code(row)]++;
        }
        return weights.of(labels.categories(), counts);
    }

    /// Holds the two against each other.
    ///
    /// @throws InvalidSpecException if `spec` cannot be trained on this dataset
    public static Preparation of(TrainingSpec spec, Dataset dataset) {
        return of(spec, dataset, null);
    }

    /// Holds them against each other.
    ///
    /// @param validation the dataset that the specification wants to measure on, null if it names none
    /// @throws InvalidSpecException if `spec` cannot be trained on these datasets
    public static Preparation of(TrainingSpec spec, Dataset dataset, @Nullable Dataset validation) {
        return new Preparation(spec, TargetColumns.of(spec, dataset), validation);
    }

    /// The specification with everything filled in that the dataset decides.
    public TrainingSpec spec() {
        return spec;
    }

    /// What the person who asked should know, although it can be trained.
    public List<String> warnings() {
        return warnings;
    }

    /// The dataset, with what is to be learned as its target.
    public Dataset dataset() {
        return dataset;
    }

    /// Which rows of the dataset are trained on, and which are held back.
    public Split split() {
        return split;
    }

    public Network network() {
        return new Network(spec.model(), encoding.width(), loss.link().outputs(encoding.outputs()));
    }

    public Estimate estimate() {
        int validation = separate == null ? split.validation().length : separate.rows().length;
        return Estimate.of(spec, network(), split.training().length, validation);
    }

    /// The run at its start.
    public TrainingRun run() {
        return new TrainingRun(this);
    }

    LossSpec loss() {
        return loss;
    }

    @Nullable
    Initialization initialization() {
        return initialization;
    }

    /// How sure the parameters of a formula are that was fitted by least squares; null if nothing tells.
    @Nullable
    Uncertainty uncertainty(Parameters fitted) {
        return spec.model() instanceof ModelSpec.ExpressionModel && loss instanceof LossSpec.SquaredError
                ? residuals(training(), fitted.copy()).uncertainty()
                : null;
    }

    /// By how much the formula misses these examples.
    ///
    /// @param parameters that follow every place it is asked about
    FormulaResiduals residuals(Examples examples, Parameters parameters) {
        if (spec.model() instanceof ModelSpec.ExpressionModel formula) {
            return new FormulaResiduals(formula, examples, parameters);
        }
        throw new IllegalStateException("Only an expression has residuals of its own, but this is " + spec.model());
    }

    /// What is to become small.
    ///
    /// @param parameters that all of its plans follow
    Objectives objectives(Parameters parameters) {
        return new Objectives(network(), loss, classWeights != null, spec.regularization(), parameters);
    }

    Examples training() {
        return examples(split.training());
    }

    Examples validation() {
        return separate == null
                ? examples(split.validation())
                : examples(separate.features(), encoding.encodeTargets(separate.dataset(), separate.rows()));
    }

    Model model(Parameters parameters) {
        var rows = split.training();
        var profiles = encoding.featureNames().stream()
                .map(name -> FeatureProfile.of(dataset.column(name), rows))
                .toList();
        return new Model(spec.model(), loss.link(), encoding, profiles, parameters, null);
    }

    private Examples examples(int[] rows) {
        return examples(encoding.encode(dataset.table(), rows), encoding.encodeTargets(dataset, rows));
    }

    private Examples examples(Matrix features, Matrix targets) {
        if (classWeights == null) {
            return new Examples(features, targets, null);
        }
        var weights = Matrix.zeros(targets.rows(), 1);
        for (int row = 0; row < targets.rows(); row++) {
            for (int k = 0; k < classWeights.length; k++) {
                weights.values()[row] += classWeights[k] * targets.at(row, k);
            }
        }
        return new Examples(features, targets, weights);
    }

    private static void checkLoss(LossSpec loss, ModelSpec model, Dataset dataset) {
        if (loss.task() != dataset.task()) {
            var expected = Settings.name((Record) LossSpec.of(dataset.task(), model));
            var kind = switch (dataset.task()) {
                case CLASSIFICATION -> "classes";
                case REGRESSION -> "numbers";
            };
            throw new InvalidSpecException(
                    "/loss",
                    "%s cannot be trained on target %s, which holds %s; use %s%s"
                            .formatted(
                                    Settings.name((Record) loss),
                                    dataset.targets(),
                                    kind,
                                    expected,
                                    Consistency.wayToNumbers(dataset)));
        }
    }

    private static void checkClasses(Dataset dataset, int[] rows) {
        if (dataset.targetColumn() instanceof CategoryColumn labels) {
            int same = 1;
            while (same < rows.length && labels.code(rows[same]) == labels.code(rows[0])) {
                same++;
            }
            if (same == rows.length) {
                throw new InvalidSpecException(
                        "/target",
                        "Target %s has only one class, %s; at least 2 are needed to tell apart"
                                .formatted(dataset.target(), labels.value(rows[0])));
            }
        }
    }

    private static Split split(TrainingSpec asked, Dataset dataset, int[] rows) {
        var validation = asked.validation();
        if (validation.share() > 0 && rows.length < 2) {
            throw new InvalidSpecException("/validation/share", "1 example cannot be split");
        }
        var random = RandomStream.of(asked.seed(), Split.STREAM);
        return Split.of(dataset, rows, validation.share(), validation.stratified(), random);
    }
}
