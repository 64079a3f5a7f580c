package io.chainrule.learning.training;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;

/// When to give up waiting for something better.
public record EarlyStopping(
        @Setting(help = "What should get better", byDefault = "\"validationLoss\"")
        Watched metric,

        @Setting(help = "Epochs without anything better", byDefault = "20", min = 1)
        int patience,

        @Setting(help = "By how much it must get better to count", byDefault = "0", min = 0)
        double minDelta,

        @Setting(help = "Whether the model is that of the best epoch rather than the last", byDefault = "true")
        boolean restoreBest) {

    public EarlyStopping {
        Settings.require(EarlyStopping.class, metric, patience, minDelta, restoreBest);
    }

    /// Whether a value is so much better than the best one before that it counts.
    public boolean isBetter(double value, double best) {
        return metric.goal.isBetter(value, best, minDelta);
    }

    Patience start() {
        return new Patience(patience, minDelta, metric.goal);
    }

    /// A column of the history that can get better.
    public enum Watched {
        @Choice(value = "validationLoss", help = "Loss of the examples held back")
        VALIDATION_LOSS(Metric.VALIDATION_LOSS, Patience.Goal.LOWER),
        @Choice(value = "validationAccuracy", help = "Accuracy on the examples held back")
        VALIDATION_ACCURACY(Metric.VALIDATION_ACCURACY, Patience.Goal.HIGHER),
        @Choice(value = "validationRmse", help = "Root mean squared error of the examples held back")
        VALIDATION_RMSE(Metric.VALIDATION_RMSE, Patience.Goal.LOWER),
        @Choice(value = "trainLoss", help = "Loss of the training examples")
        TRAIN_LOSS(Metric.TRAIN_LOSS, Patience.Goal.LOWER),
        @Choice(value = "trainAccuracy", help = "Accuracy on the training examples")
        TRAIN_ACCURACY(Metric.TRAIN_ACCURACY, Patience.Goal.HIGHER),
        @Choice(value = "trainRmse", help = "Root mean squared error of the training examples")
        TRAIN_RMSE(Metric.TRAIN_RMSE, Patience.Goal.LOWER);

        private final Metric metric;
        private final Patience.Goal goal;

        Watched(Metric metric, Patience.Goal goal) {
            this.metric = metric;
            this.goal = goal;
        }

        public Metric metric() {
            return metric;
        }
    }
}
