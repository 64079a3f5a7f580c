package io.chainrule.learning.training;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Unary;
import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.model.Link;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.model.RowLosses;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// What a prediction costs when it is wrong; training makes the mean over the examples small.
public sealed interface LossSpec {

    @Choice(value = "cross-entropy", help = "Minus the logarithm of the true class's softmax probability")
    record CrossEntropy() implements LossSpec {}

    @Choice(value = "binary-cross-entropy", help = "The same for two classes with one score, positive for the second")
    record BinaryCrossEntropy() implements LossSpec {}

    /// Crammer and Singer's: max(0, 1 + the highest score of a wrong class − the score of the true one).
    @Choice(value = "hinge", help = "How far the true class's score fails to lead all others by 1")
    record Hinge() implements LossSpec {}

    @Choice(value = "squared-error", help = "(prediction - target)^2, summed over the outputs, without a half")
    record SquaredError() implements LossSpec {}

    @Choice(value = "absolute-error", help = "|prediction - target|, which outliers disturb less")
    record AbsoluteError() implements LossSpec {}

    /// e²/2 for errors up to delta, then delta·(|e| − delta/2), with the same slope where they meet (Huber 1964).
    @Choice(value = "huber", help = "Half the squared error, but linear in errors beyond delta")
    record Huber(
            @Setting(help = "Error from which on it is linear", byDefault = "1", above = 0)
            double delta) implements LossSpec {

        public Huber {
            Settings.require(Huber.class, delta);
        }
    }

    /// The check function max(q·e, (q − 1)·e) of e = target − prediction (Koenker and Bassett 1978).
    @Choice(value = "quantile", help = "Makes the prediction a quantile: too low costs q, too high 1 - q")
    record Quantile(
            @Setting(help = "Share of the targets below the prediction", byDefault = "0.5", above = 0, below = 1)
            double quantile)
            implements LossSpec {

        public Quantile {
            Settings.require(Quantile.class, quantile);
        }
    }

    /// For counts: p − t·log p with p = exp(output).
    @Choice(value = "poisson", help = "p - t log p for counts t, where p is exp of the output")
    record Poisson() implements LossSpec {}

    /// Any differentiable cost of one prediction.
    @Choice(value = "expression", help = "Any expression of prediction and target")
    record OfExpression(
            @Setting(
                    help = "What a prediction costs, of the variables prediction and target",
                    example = "\"(prediction - target)^2\"")
            Expression expression)
            implements LossSpec {

        private static final List<String> VARIABLES = List.of("prediction", "target");

        public OfExpression {
            Settings.require(OfExpression.class, expression);
            expression.variables().stream()
                    .filter(name -> !VARIABLES.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new InvalidSpecException(
                                "/expression", "A loss is made of prediction and target, but this one has " + name);
                    });
        }
    }

    /// The usual loss of a task.
    static LossSpec of(Task task) {
        return switch (task) {
            case CLASSIFICATION -> new CrossEntropy();
            case REGRESSION -> new SquaredError();
        };
    }

    /// The usual loss of a task for a model: an expression makes one number, so one score for two classes.
    static LossSpec of(Task task, ModelSpec model) {
        return task == Task.CLASSIFICATION && model instanceof ModelSpec.ExpressionModel
                ? new BinaryCrossEntropy()
                : of(task);
    }

    /// The task that this loss can train.
    default Task task() {
        return switch (this) {
            case CrossEntropy _, BinaryCrossEntropy _, Hinge _ -> Task.CLASSIFICATION;
            case SquaredError _, AbsoluteError _, Huber _, Quantile _, Poisson _, OfExpression _ -> Task.REGRESSION;
        };
    }

    /// How outputs trained on this loss become predictions.
    default Link link() {
        return switch (this) {
            case CrossEntropy _, Hinge _ -> Link.SOFTMAX;
            case BinaryCrossEntropy _ -> Link.LOGIT;
            case SquaredError _, AbsoluteError _, Huber _, Quantile _, OfExpression _ -> Link.IDENTITY;
            case Poisson _ -> Link.EXPONENTIAL;
        };
    }

    /// One loss a row; `targets` are one-hot classes, or values.
    ///
    /// @param scores what [#link] makes of the outputs
    default Node trace(Node scores, Node targets) {
        return switch (this) {
            case CrossEntropy _, BinaryCrossEntropy _ -> scores.softmaxCrossEntropy(scores.softmax(), targets);
            case Hinge _ -> RowCosts.hinge(scores, targets);
            case SquaredError _ -> RowCosts.overOutputs(scores.minus(targets).square());
            case AbsoluteError _ -> RowCosts.overOutputs(scores.minus(targets).apply(Unary.ABS));
            case Huber(double delta) -> RowCosts.overOutputs(RowCosts.huber(scores.minus(targets), delta));
            case Quantile(double quantile) -> RowCosts.overOutputs(RowCosts.check(targets.minus(scores), quantile));
            case Poisson _ -> RowCosts.overOutputs(scores.exp().minus(targets.times(scores)));
            case OfExpression(var expression) -> RowCosts.overOutputs(RowCosts.of(expression, scores, targets));
        };
    }

    /// What outputs cost that are there already: one loss a row.
    default double[] ofRows(Matrix outputs, Matrix targets) {
        return RowLosses.of(outputs, targets, this::trace);
    }
}
