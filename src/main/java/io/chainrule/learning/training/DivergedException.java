package io.chainrule.learning.training;

import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.Wording;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.ArrayList;

/// The loss is no finite number any more, so going on is pointless.
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int epoch;
    private final double value;
    private final String fix;

    DivergedException(int epoch, double value, TrainingSpec spec, double learningRate) {
        super("The training loss became %s in epoch %d".formatted(value, epoch));
        this.epoch = epoch;
        this.value = value;
        this.fix = fix(spec, learningRate);
    }

    private static String fix(TrainingSpec spec, double learningRate) {
        var fixes = new ArrayList<String>();
        if (spec.optimizer() instanceof OptimizerSpec.FirstOrder) {
            fixes.add("try a learning rate of %s, a tenth of this one".formatted(Wording.number(learningRate / 10)));
        }
        if (spec.model() instanceof ModelSpec.ExpressionModel) {
            fixes.add("start its parameters where the expression and its derivatives are numbers for every example");
        } else if (!spec.standardize()) {
            fixes.add("standardize the features (\"standardize\": true)");
        }
        if (fixes.isEmpty()) {
            fixes.add("look for features of very different sizes, or an initialization that is too large");
        }
        var text = String.join(", or ", fixes);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    public int epoch() {
        return epoch;
    }

    public double value() {
        return value;
    }

    /// What to try next.
    public String fix() {
        return fix;
    }
}
