package io.chainrule.service.web.catalog;

import io.chainrule.engine.expression.ExpressionLimits;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.Target;
import io.chainrule.learning.evaluation.GridSpec;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.training.TrainingLimits;
import io.chainrule.service.access.Quotas;
import io.chainrule.service.job.experiment.ExperimentSpec;
import io.chainrule.service.web.request.BodyLimits;
import io.chainrule.service.web.request.CountLimits;
import io.chainrule.service.web.request.RequestMemory;
import java.util.List;

/// How much of something there may be.
///
/// @param name a dotted path: of what, then what is counted
public record LimitView(String name, long value, String help) {

    /// All limits that a client can run into.
    public static List<LimitView> all(TrainingLimits training, BodyLimits bodies, RequestMemory memory) {
        var expression = ExpressionLimits.DEFAULT;
        var dataset = DatasetLimits.standard();
        return List.of(
                new LimitView("expression.characters", expression.characters(), "Characters of an expression"),
                new LimitView(
                        "expression.depth",
                        expression.depth(),
                        "Parentheses, calls, signs and right-nested powers inside each other"),
                new LimitView("expression.nodes", expression.nodes(), "Operators, calls, constants and variables"),
                new LimitView("expression.variables", expression.variables(), "Different variables"),
                new LimitView("batch.rows", CountLimits.BATCH_ROWS, "Points of one gradient request"),
                new LimitView("point.names", CountLimits.POINT_NAMES, "Names with a value in one gradient request"),
                new LimitView("gradientCheck.submissions", CountLimits.SUBMISSIONS, "Submissions of one request"),
                new LimitView("dataset.rows", dataset.rows(), "Rows of a dataset"),
                new LimitView("dataset.columns", dataset.columns(), "Columns of a dataset, the target included"),
                new LimitView("dataset.classes", dataset.classes(), "Classes of a target"),
                new LimitView("model.parameters", training.parameters(), "Weights and biases of a model"),
                new LimitView("model.layers", ModelSpec.Mlp.MOST_LAYERS, "Hidden layers of a model"),
                new LimitView("model.width", ModelSpec.Mlp.MOST_UNITS, "Units of a hidden layer"),
                new LimitView("job.targets", Target.MOST, "Columns that a training job predicts together"),
                new LimitView("job.epochs", training.epochs(), "Epochs of a training job"),
                new LimitView("job.seconds", training.seconds(), "Seconds that a training job may take, as estimated"),
                new LimitView("job.memoryBytes", training.memoryBytes(), "Bytes that a training job may need"),
                new LimitView(
                        "job.frameBytes", training.frameBytes(), "Bytes that all frames of a training job may take"),
                new LimitView("experiment.jobs", ExperimentSpec.MOST_JOBS, "Jobs of an experiment"),
                new LimitView("comparison.jobs", CountLimits.COMPARED_JOBS, "Jobs of a comparison"),
                new LimitView("grid.side", GridSpec.MOST, "Points of a decision boundary along each side"),
                new LimitView("grid.numbers", GridSpec.MOST_NUMBERS, "Numbers that a decision boundary may hold"),
                new LimitView("predictions.rows", CountLimits.PREDICTION_ROWS, "Rows predicted by one request"),
                new LimitView("page.items", CountLimits.PAGE_ITEMS, "Items of a page of a list"),
                new LimitView("page.examples", CountLimits.PAGE_EXAMPLES, "Rows of a page of a dataset's examples"),
                new LimitView("picture.pixels", CountLimits.PICTURE_PIXELS, "Pixels of a picture along each side"),
                new LimitView(
                        "requests.memoryBytes", memory.bytes(), "Bytes that all requests together may need at a time"),
                new LimitView("body.bytes", bodies.body().toBytes(), "Bytes of a request's body"),
                new LimitView(
                        "body.bulkBytes",
                        Math.min(bodies.bulkBody().toBytes(), memory.largestBody()),
                        "Bytes of a body that brings data: datasets, predictions, gradients"));
    }

    /// How much each owner of keys may have.
    public static List<LimitView> ofOwners(Quotas quotas) {
        return List.of(
                new LimitView(
                        "owner.requestsPerSecond", quotas.requestsPerSecond(), "Requests a second, in the long run"),
                new LimitView("owner.burst", quotas.burst(), "Requests at once"),
                new LimitView("owner.unfinishedJobs", quotas.unfinishedJobs(), "Jobs that wait, run or are paused"),
                new LimitView(
                        "owner.storedBytes",
                        quotas.storedBytes().toBytes(),
                        "Bytes of datasets, models, and what jobs may come to keep"));
    }
}
