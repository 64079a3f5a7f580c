package io.chainrule.learning.training;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.model.Network;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.ArrayList;
import java.util.List;

/// Whether the parts of a specification go together, and with what is learned. All that does not is told at once.
final class Consistency {

    private final TrainingSpec spec;
    private final Dataset dataset;
    private final List<Violation> violations = new ArrayList<>();

    private Consistency(TrainingSpec spec, Dataset dataset) {
        this.spec = spec;
        this.dataset = dataset;
    }

    /// @param isValidated whether there are examples to measure on
    /// @throws InvalidSpecException if something does not go together
    static void require(TrainingSpec spec, LossSpec loss, Dataset dataset, Network network, boolean isValidated) {
        var check = new Consistency(spec, dataset);
        check.loss(loss);
        check.classWeights();
        check.earlyStopping(isValidated);
        if (spec.optimizer() instanceof OptimizerSpec.Lbfgs) {
            check.lbfgs(network);
        }
        if (!check.violations.isEmpty()) {
            throw new InvalidSpecException(check.violations);
        }
    }

    private void loss(LossSpec loss) {
        if (loss instanceof LossSpec.BinaryCrossEntropy && dataset.classes().size() != 2) {
            refuse(
                    "/loss",
                    "binary-cross-entropy tells two classes apart, but %s has %d; use cross-entropy"
                            .formatted(dataset.target(), dataset.classes().size()));
        }
        if (loss instanceof LossSpec.Poisson && dataset.targetColumn() instanceof NumberColumn counts) {
            for (int row = 0; row < counts.size(); row++) {
                if (counts.at(row) < 0) {
                    refuse(
                            "/loss",
                            "poisson is for counts, but %s is %s in row %d; use squared-error"
                                    .formatted(dataset.target(), counts.at(row), row + 1));
                    return;
                }
            }
        }
    }

    private void classWeights() {
        if (spec.classWeights() != null && dataset.task() == Task.REGRESSION) {
            refuse("/classWeights", "Only classes can be weighted, but %s holds numbers".formatted(dataset.target()));
        }
    }

    private void earlyStopping(boolean isValidated) {
        var stopping = spec.earlyStopping();
        if (stopping == null) {
            return;
        }
        var metric = stopping.metric().metric();
        if (metric.isOfValidation() && !isValidated) {
            refuse(
                    "/earlyStopping/metric",
                    "%s needs examples that are held back: add validation, or watch trainLoss".formatted(metric.key()));
        }
        if (metric.task() != null && metric.task() != dataset.task()) {
            refuse(
                    "/earlyStopping/metric",
                    "%s is not measured here; watch %s"
                            .formatted(metric.key(), metric.isOfValidation() ? "validationLoss" : "trainLoss"));
        }
    }

    /// It takes the exact gradient of one smooth function, at points of its own choice.
    private void lbfgs(Network network) {
        if (spec.batchSize() != null) {
            refuse("/batchSize", "lbfgs takes all examples at once; leave batchSize out");
        }
        if (!(spec.learningRateSchedule() instanceof ScheduleSpec.Constant)) {
            refuse("/learningRateSchedule", "lbfgs has no learning rate: it searches along every step");
        }
        var bounds = spec.regularization();
        if (bounds.l1() > 0) {
            refuse("/regularization/l1", "lbfgs needs a smooth objective, but l1 has a kink at 0; use l2");
        }
        if (bounds.clipNorm() != null || bounds.maxNorm() != null) {
            refuse("/regularization", "lbfgs chooses its own steps: clipNorm and maxNorm would spoil them");
        }
        if (network.differsInTraining()) {
            refuse("/model", "lbfgs needs an objective that does not change: leave out dropout and batch-norm");
        }
    }

    private void refuse(String pointer, String detail) {
        violations.add(new Violation(pointer, detail));
    }
}
