package io.chainrule.learning.training;

import io.chainrule.learning.dataset.Column;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.model.ModelSpec;
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
        if (dataset.targets().isSeveral()) {
            check.severalTargets(loss);
        }
        check.classWeights();
        check.earlyStopping(isValidated);
        if (spec.model() instanceof ModelSpec.ExpressionModel) {
            check.formula(network);
        }
        switch (spec.optimizer()) {
            case OptimizerSpec.FirstOrder _ -> {}
            case OptimizerSpec.Lbfgs _ -> check.lbfgs(network);
            case OptimizerSpec.LevenbergMarquardt _ -> check.levenbergMarquardt(loss);
        }
        if (!check.violations.isEmpty()) {
            throw new InvalidSpecException(check.violations);
        }
    }

    private void loss(LossSpec loss) {
        if (loss instanceof LossSpec.BinaryCrossEntropy
                && !(spec.model() instanceof ModelSpec.ExpressionModel)
                && dataset.classes().size() != 2) {
            refuse(
                    "/loss",
                    "binary-cross-entropy tells two classes apart, but %s has %d; use cross-entropy"
                            .formatted(dataset.target(), dataset.classes().size()));
        }
        if (loss instanceof LossSpec.Poisson) {
            dataset.targets().names().forEach(name -> counts(dataset.column(name)));
        }
    }

    private void counts(Column column) {
        for (int row = 0; column instanceof NumberColumn counts && row < counts.size(); row++) {
            if (counts.at(row) < 0) {
                refuse(
                        "/loss",
                        "poisson is for counts, but %s is %s in row %d; use squared-error"
                                .formatted(column.name(), counts.at(row), row + 1));
                return;
            }
        }
    }

    /// Several outputs need a network that has them, and a loss that is a sum over them.
    private void severalTargets(LossSpec loss) {
        var way = "; name one of %s, in a job for each".formatted(dataset.targets());
        if (spec.model() instanceof ModelSpec.ExpressionModel) {
            refuse("/target", "An expression makes one number" + way + ", or use another model");
        }
        if (loss instanceof LossSpec.OfExpression) {
            refuse("/target", "A loss that is an expression is of one target" + way + ", or use squared-error");
        }
        if (!(spec.model() instanceof ModelSpec.ExpressionModel)
                && spec.optimizer() instanceof OptimizerSpec.LevenbergMarquardt) {
            refuse("/target", "levenberg-marquardt fits one target by an expression" + way + ", or use lbfgs");
        }
    }

    private void classWeights() {
        if (spec.classWeights() != null && dataset.task() == Task.REGRESSION) {
            refuse("/classWeights", "Only classes can be weighted, but %s holds numbers".formatted(dataset.targets()));
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

    /// It has one output, no weights, and means what it says.
    private void formula(Network network) {
        if (dataset.task() == Task.CLASSIFICATION && dataset.classes().size() != 2) {
            refuse(
                    "/model",
                    "An expression makes one number, which tells two classes apart, but %s has %d; use another model%s"
                            .formatted(dataset.target(), dataset.classes().size(), wayToNumbers(dataset)));
        } else if (dataset.task() == Task.CLASSIFICATION && network.outputs() > 1) {
            refuse(
                    "/loss",
                    "An expression makes one number, but this loss takes a score for each class; use"
                            + " binary-cross-entropy");
        }
        if (spec.standardize()) {
            refuse("/standardize", "standardize would change what the expression means; write it into the expression");
        }
        if (spec.initialization() != null) {
            refuse("/initialization", "An expression starts where its parameters say; leave initialization out");
        }
        var bounds = spec.regularization();
        if (bounds.l1() > 0 || bounds.l2() > 0 || bounds.maxNorm() != null) {
            refuse(
                    "/regularization",
                    "l1, l2 and maxNorm keep weights small, but an expression has none; leave them out");
        }
    }

    /// What else would help where classes may be meant as numbers.
    static String wayToNumbers(Dataset dataset) {
        return !dataset.classes().isEmpty() && dataset.classes().stream().allMatch(Consistency::isNumber)
                ? ", or make the dataset with task regression"
                : "";
    }

    private static boolean isNumber(String label) {
        try {
            return Double.isFinite(Double.parseDouble(label));
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /// It takes the exact gradient of one smooth function, at points of its own choice.
    private void lbfgs(Network network) {
        requireAllAtOnce("lbfgs");
        if (spec.regularization().l1() > 0) {
            refuse("/regularization/l1", "lbfgs needs a smooth objective, but l1 has a kink at 0; use l2");
        }
        requireUnbounded("lbfgs");
        if (network.differsInTraining()) {
            refuse("/model", "lbfgs needs an objective that does not change: leave out dropout and batch-norm");
        }
    }

    private void levenbergMarquardt(LossSpec loss) {
        if (!(spec.model() instanceof ModelSpec.ExpressionModel) || !(loss instanceof LossSpec.SquaredError)) {
            refuse(
                    "/optimizer",
                    "levenberg-marquardt fits numbers by an expression with squared-error, and nothing else; use lbfgs");
        }
        requireAllAtOnce("levenberg-marquardt");
        requireUnbounded("levenberg-marquardt");
    }

    private void requireAllAtOnce(String optimizer) {
        if (spec.batchSize() != null) {
            refuse("/batchSize", optimizer + " takes all examples at once; leave batchSize out");
        }
        if (!(spec.learningRateSchedule() instanceof ScheduleSpec.Constant)) {
            refuse("/learningRateSchedule", optimizer + " has no learning rate: it finds how far each step goes");
        }
    }

    private void requireUnbounded(String optimizer) {
        var bounds = spec.regularization();
        if (bounds.clipNorm() != null || bounds.maxNorm() != null) {
            refuse("/regularization", optimizer + " chooses its own steps: clipNorm and maxNorm would spoil them");
        }
    }

    private void refuse(String pointer, String detail) {
        violations.add(new Violation(pointer, detail));
    }
}
