package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import java.util.List;
import java.util.stream.IntStream;

/// What a model's outputs stand for.
public sealed interface TargetEncoding {

    /// The columns that are encoded.
    Target columns();

    /// How many outputs a model has.
    int width();

    static TargetEncoding of(Dataset dataset) {
        return switch (dataset.task()) {
            case CLASSIFICATION -> new Classes(dataset.target(), dataset.classes());
            case REGRESSION -> new Values(dataset.targets());
        };
    }

    /// One-hot targets for these rows of a dataset with such a target, or their values.
    default Matrix encode(Dataset dataset, int[] rows) {
        var matrix = Matrix.zeros(rows.length, width());
        var names = columns().names();
        for (int k = 0; k < names.size(); k++) {
            var column = dataset.column(names.get(k));
            var positions = this instanceof Classes classes ? positions(classes, (CategoryColumn) column) : new int[0];
            for (int i = 0; i < rows.length; i++) {
                if (column.isMissing(rows[i])) {
                    throw new IllegalArgumentException("Row " + (rows[i] + 1) + " has no " + column.name());
                }
                int at = i * width();
                switch (this) {
                    case Classes classes -> matrix.values()[at + known(positions, classes, column, rows[i])] = 1;
                    case Values _ -> matrix.values()[at + k] = ((NumberColumn) column).at(rows[i]);
                }
            }
        }
        return matrix;
    }

    /// Of each of the column's categories among the labels, −1 for one that is none.
    private static int[] positions(Classes classes, CategoryColumn column) {
        var categories = column.categories();
        return categories.equals(classes.labels())
                ? IntStream.range(0, categories.size()).toArray()
                : categories.stream().mapToInt(classes.labels()::indexOf).toArray();
    }

    private static int known(int[] positions, Classes classes, Column column, int row) {
        int position = positions[((CategoryColumn) column).code(row)];
        if (position < 0) {
            throw new IllegalArgumentException(column.value(row) + " is none of the classes " + classes.labels());
        }
        return position;
    }

    /// One output a class.
    @Choice(help = "Classes, one output each")
    record Classes(
            @Setting(help = "Name of the column") String name,

            @Setting(help = "Class labels, sorted by code point")
            List<String> labels)
            implements TargetEncoding {

        public Classes {
            labels = List.copyOf(labels);
        }

        @Override
        public Target columns() {
            return Target.of(name);
        }

        @Override
        public int width() {
            return labels.size();
        }
    }

    /// One output a column, the value itself.
    @Choice(help = "A value, or several")
    record Values(
            @Setting(help = "Name of the column, or of several")
            Target name) implements TargetEncoding {

        @Override
        public Target columns() {
            return name;
        }

        @Override
        public int width() {
            return name.names().size();
        }
    }
}
