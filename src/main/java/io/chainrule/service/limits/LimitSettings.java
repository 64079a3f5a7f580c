package io.chainrule.service.limits;

import io.chainrule.engine.expression.ExpressionLimits;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.Target;
import io.chainrule.learning.evaluation.GridLimits;
import io.chainrule.learning.evaluation.GridSpec;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.Maxima;
import io.chainrule.learning.specification.Setting;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many of everything there may be. A row is a limit: its name (`model.width`), its default, what it can be set to,
/// and the line that the catalog tells of it. The greatest value is what can be borne at all; the least one leaves the
/// defaults of requests allowed.
@ConfigurationProperties("chainrule.limits")
public record LimitSettings(
        @DefaultValue OfExpressions expression,
        @DefaultValue OfBatches batch,
        @DefaultValue OfPoints point,
        @DefaultValue OfJacobians jacobian,
        @DefaultValue OfGradientChecks gradientCheck,
        @DefaultValue OfDatasets dataset,
        @DefaultValue OfModels model,
        @DefaultValue OfJobs job,
        @DefaultValue OfExperiments experiment,
        @DefaultValue OfComparisons comparison,
        @DefaultValue OfGrids grid,
        @DefaultValue OfPredictions predictions,
        @DefaultValue OfPages page,
        @DefaultValue OfPictures picture,
        @DefaultValue OfJson json,
        @DefaultValue OfEvents events) {

    /// The parser descends with the nesting, and a tree in JSON takes two levels of JSON for each.
    public record OfExpressions(
            @Setting(help = "Characters of an expression", min = 1, max = 1_000_000) @DefaultValue("10000")
            int characters,

            @Setting(help = "Parentheses, calls, signs and right-nested powers inside each other", min = 1, max = 250)
            @DefaultValue("200")
            int depth,

            @Setting(help = "Operators, calls, constants and variables", min = 1, max = 1_000_000)
            @DefaultValue("10000")
            int nodes,

            @Setting(help = "Different variables", min = 1, max = 10_000) @DefaultValue("200")
            int variables) {

        ExpressionLimits toLimits() {
            return new ExpressionLimits(characters, depth, nodes, variables);
        }
    }

    public record OfBatches(
            @Setting(help = "Points of one gradient request", min = 1, max = Bearable.BATCH_ROWS)
            @DefaultValue("100000")
            int rows) {}

    public record OfPoints(
            @Setting(help = "Names with a value in one gradient request", min = 1, max = Bearable.POINT_NAMES)
            @DefaultValue("1000")
            int names) {}

    public record OfJacobians(
            @Setting(help = "Expressions of one Jacobian", min = 1, max = Bearable.EXPRESSIONS) @DefaultValue("100")
            int expressions) {}

    public record OfGradientChecks(
            @Setting(help = "Submissions of one request", min = 1, max = Bearable.SUBMISSIONS) @DefaultValue("100")
            int submissions) {}

    /// Rows times columns are positions in one array, and answers have a column for each class.
    public record OfDatasets(
            @Setting(help = "Rows of a dataset", min = 1, max = DatasetLimits.MOST_ROWS) @DefaultValue("200000")
            int rows,

            @Setting(help = "Columns of a dataset, the target included", min = 2, max = DatasetLimits.MOST_COLUMNS)
            @DefaultValue("200")
            int columns,

            @Setting(help = "Classes of a target", min = 2, max = DatasetLimits.MOST_CLASSES) @DefaultValue("100")
            int classes) {

        DatasetLimits toLimits() {
            return new DatasetLimits(rows, columns, classes);
        }
    }

    public record OfModels(
            @Setting(help = "Weights and biases of a model", min = 1, max = 1e8) @DefaultValue("1000000")
            long parameters,

            @Setting(help = "Hidden layers of a model", min = 2, max = ModelSpec.Mlp.MOST_LAYERS) @DefaultValue("16")
            int layers,

            @Setting(help = "Units of a hidden layer", min = 16, max = ModelSpec.Mlp.MOST_UNITS) @DefaultValue("4096")
            int width) {}

    public record OfJobs(
            @Setting(help = "Columns that a training job predicts together", min = 1, max = Target.MOST)
            @DefaultValue("16")
            int targets,

            @Setting(help = "Epochs of a training job", min = 1, max = 1e7) @DefaultValue("100000")
            int epochs,

            @Setting(help = "Seconds that a training job may take, as estimated", min = 1, max = 30 * 86_400)
            @DefaultValue("3600")
            long seconds,

            @Setting(help = "Bytes that all frames of a training job may take", min = 1, max = Integer.MAX_VALUE)
            @DefaultValue("268435456")
            long frameBytes) {}

    public record OfExperiments(
            @Setting(help = "Jobs of an experiment", min = 1, max = Bearable.EXPERIMENT_JOBS) @DefaultValue("100")
            int jobs) {}

    public record OfComparisons(
            @Setting(help = "Jobs of a comparison", min = 2, max = Bearable.COMPARED_JOBS) @DefaultValue("6")
            int jobs) {}

    public record OfGrids(
            @Setting(help = "Points of a decision boundary along each side", min = 100, max = GridSpec.MOST)
            @DefaultValue("512")
            int side,

            @Setting(help = "Numbers that a decision boundary may hold", min = 30_000, max = 1e8)
            @DefaultValue("10000000")
            long numbers) {

        GridLimits toLimits() {
            return new GridLimits(side, numbers);
        }
    }

    public record OfPredictions(
            @Setting(help = "Rows predicted by one request", min = 1, max = Bearable.PREDICTION_ROWS)
            @DefaultValue("10000")
            int rows) {}

    public record OfPages(
            @Setting(help = "Items of a page of a list", min = 50, max = Bearable.PAGE_ITEMS) @DefaultValue("200")
            int items,

            @Setting(help = "Rows of a page of a dataset's examples", min = 50, max = Bearable.PAGE_EXAMPLES)
            @DefaultValue("10000")
            int examples) {}

    public record OfPictures(
            @Setting(help = "Pixels of a picture along each side", min = 100, max = Bearable.PICTURE_PIXELS)
            @DefaultValue("2000")
            int pixels) {}

    /// Whoever reads a tree descends with its nesting.
    public record OfJson(
            @Setting(help = "Objects and arrays inside each other in a body", min = 10, max = 1_000)
            @DefaultValue("1000")
            int depth,

            @Setting(help = "Names, values and brackets of a body", min = 1_000, max = 1e8) @DefaultValue("20000000")
            long tokens,

            @Setting(help = "Characters of a text in a body", min = 1_000, max = 1e8) @DefaultValue("1000000")
            int characters,

            @Setting(help = "Characters of a name in a body", min = 100, max = 1e6) @DefaultValue("10000")
            int nameCharacters,

            @Setting(help = "Characters of a number in a body", min = 30, max = 10_000) @DefaultValue("1000")
            int numberCharacters) {}

    public record OfEvents(
            @Setting(help = "Clients that follow events of jobs at one process", min = 1, max = 100_000)
            @DefaultValue("2000")
            int readers) {}

    /// All of them, as the catalog tells them.
    ///
    /// @throws InvalidLimitException if one is set to what it cannot be
    public List<Limit> all() {
        return LimitTable.of(this);
    }

    Maxima maxima() {
        return new Maxima(all().stream().collect(Collectors.toMap(Limit::name, Limit::value)));
    }
}
