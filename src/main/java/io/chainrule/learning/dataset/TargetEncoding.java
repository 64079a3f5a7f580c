package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import java.util.List;

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
            for (int i = 0; i < rows.length; i++) {
                if (column.isMissing(rows[i])) {
                    throw new IllegalArgumentException("Row " + (rows[i] + 1) + " has no " + column.name());
                }
                int at = i * width();
                switch (this) {
                    case Classes classes -> matrix.values()[at + position(classes.labels(), column, rows[i])] = 1;
                    case Values _ -> matrix.values()[at + k] = ((NumberColumn) column).at(rows[i]);
                }
            }
        }
        return matrix;
    }

    private static int position(List<String> labels, Column column, int row) {
        var categories = (CategoryColumn) column;
        if (categories.categories().equals(labels)) {
            return categories.code(row);
        }
        int position = labels.indexOf(String.valueOf(categories.value(row)));
        if (position < 0) {
            throw new IllegalArgumentException(categories.value(row) + " is none of the classes " + labels);
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
