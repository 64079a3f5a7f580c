package io.chainrule.learning.training;

import io.chainrule.engine.expression.NearestName;
import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Column;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.Target;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// The columns that a job learns: those that it names, or else the dataset's own target.
final class TargetColumns {

    private static final String POINTER = "/target";

    private TargetColumns() {}

    /// The dataset with them as its target.
    ///
    /// @throws InvalidSpecException if one of them is not there or cannot be learned
    static Dataset of(TrainingSpec asked, Dataset dataset) {
        var target = asked.target();
        if (target == null || target.equals(dataset.targets())) {
            return dataset;
        }
        return target.isSeveral() ? several(target, dataset) : one(target, asked.loss(), dataset);
    }

    private static Dataset one(Target target, @Nullable LossSpec loss, Dataset dataset) {
        var name = target.names().getFirst();
        var column = dataset.find(name).orElse(null);
        if (column == null) {
            throw new InvalidSpecException(POINTER, unknown(name, target, dataset));
        }
        if (!column.type().isFeature()) {
            throw new InvalidSpecException(
                    POINTER,
                    "Column %s holds %ss and cannot be predicted".formatted(name, Settings.name(column.type())));
        }
        var task = loss == null ? null : loss.task();
        return dataset.withTarget(name, task == Task.REGRESSION && !(column instanceof CategoryColumn) ? task : null);
    }

    private static Dataset several(Target target, Dataset dataset) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < target.names().size(); i++) {
            var name = target.names().get(i);
            var column = dataset.find(name).orElse(null);
            if (!(column instanceof NumberColumn)) {
                var refusal = column == null ? unknown(name, target, dataset) : noNumbers(column, dataset);
                violations.add(new Violation(POINTER + Violation.pointer(i), refusal));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(violations);
        }
        return dataset.withTargets(target, Task.REGRESSION);
    }

    private static String unknown(String name, Target target, Dataset dataset) {
        var others = dataset.table().names().stream()
                .filter(other -> !target.names().contains(other))
                .toList();
        var nearest = NearestName.of(name, others);
        return "There is no column %s%s"
                .formatted(name, nearest.map("; did you mean %s?"::formatted).orElse(""));
    }

    private static String noNumbers(Column column, Dataset dataset) {
        return "Columns that are predicted together hold numbers, but %s is of type %s; leave it out%s"
                .formatted(
                        column.name(),
                        Settings.name(column.type()),
                        dataset.isTarget(column.name()) ? Consistency.wayToNumbers(dataset) : "");
    }
}
