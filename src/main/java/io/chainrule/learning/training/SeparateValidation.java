package io.chainrule.learning.training;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetInvalidException;
import io.chainrule.learning.dataset.Encoding;
import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.dataset.MissingValues;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.dataset.UsableRows;
import io.chainrule.learning.specification.InvalidSpecException;
import java.util.Objects;
import java.util.stream.Stream;

/// Examples of another dataset to measure on, encoded as those that are learned from.
final class SeparateValidation {

    private static final String POINTER = "/validation/dataset";

    private SeparateValidation() {}

    /// @throws InvalidSpecException if the dataset does not fit the one that is learned from
    static Encoded of(Dataset dataset, Encoding encoding, Task task, MissingValues missing) {
        requireColumns(dataset, encoding);
        var judged = withTarget(dataset, encoding, task);
        var rows = usable(judged, encoding, missing);
        requireClasses(judged, encoding, rows);
        try {
            return new Encoded(judged, rows, encoding.encode(judged.table(), rows));
        } catch (DatasetInvalidException unfit) {
            throw refusal("Dataset %s does not fit: %s".formatted(dataset.name(), unfit.getMessage()));
        }
    }

    private static void requireColumns(Dataset dataset, Encoding encoding) {
        var missing = Stream.concat(encoding.featureNames().stream(), encoding.target().columns().names().stream())
                .filter(name -> dataset.find(name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw refusal("Dataset %s has no column %s".formatted(dataset.name(), String.join(", ", missing)));
        }
    }

    private static Dataset withTarget(Dataset dataset, Encoding encoding, Task task) {
        var target = encoding.target().columns();
        for (var name : target.names()) {
            if (task == Task.REGRESSION && dataset.column(name) instanceof CategoryColumn) {
                throw refusal("Column %s of dataset %s does not hold numbers".formatted(name, dataset.name()));
            }
        }
        return dataset.withTargets(target, task);
    }

    private static int[] usable(Dataset dataset, Encoding encoding, MissingValues missing) {
        try {
            return UsableRows.of(dataset, encoding.featureNames(), missing).rows();
        } catch (InvalidSpecException refused) {
            throw refusal("Dataset %s: %s"
                    .formatted(dataset.name(), refused.violations().getFirst().detail()));
        }
    }

    private static void requireClasses(Dataset dataset, Encoding encoding, int[] rows) {
        if (dataset.targetColumn() instanceof CategoryColumn labels) {
            for (int row : rows) {
                var label = Objects.requireNonNull(labels.value(row)).toString();
                if (!encoding.classes().contains(label)) {
                    throw refusal("Row %d of dataset %s is of class %s, which is none of those learned: %s"
                            .formatted(row + 1, dataset.name(), label, String.join(", ", encoding.classes())));
                }
            }
        }
    }

    private static InvalidSpecException refusal(String detail) {
        return new InvalidSpecException(POINTER, detail);
    }

    /// Rows of a dataset, and what they are for a model.
    @SuppressWarnings("ArrayRecordComponent") // rows on their way: nobody compares them
    record Encoded(Dataset dataset, int[] rows, Matrix features) {}
}
