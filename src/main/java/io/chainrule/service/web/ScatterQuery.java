package io.chainrule.service.web;

import io.chainrule.engine.expression.NearestName;
import io.chainrule.learning.dataset.Column;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.drawing.chart.ExamplePoints;
import io.chainrule.service.drawing.chart.ScatterPicture;
import io.chainrule.service.web.request.Parameters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Over which two columns a picture shows the examples of a dataset.
record ScatterQuery(
        @Setting(help = "The column along a picture; the first feature of numbers if absent", example = "\"x1\"")
        @Nullable
        String x,

        @Setting(help = "The column up a picture; the next feature of numbers if absent", example = "\"x2\"") @Nullable
        String y) {

    ScatterQuery {
        Settings.require(ScatterQuery.class, x, y);
        if (x != null && x.equals(y)) {
            throw new InvalidSpecException("/y", "x and y must be different columns, but both are " + x);
        }
    }

    /// What makes the picture, or none if the dataset has fewer than two columns of numbers.
    ///
    /// @throws io.chainrule.service.web.problem.RefusedException if a column that is asked for cannot be an axis
    Optional<Supplier<ScatterPicture>> picture(Dataset dataset) {
        var along = Parameters.checking(() -> axis(dataset, "x", x, y));
        var up = Parameters.checking(() -> axis(dataset, "y", y, along.orElse(x)));
        return along.flatMap(xName -> up.map(yName -> () -> picture(dataset, xName, yName)));
    }

    private static ScatterPicture picture(Dataset dataset, String x, String y) {
        var points = ExamplePoints.of(dataset, x, y);
        return ScatterPicture.of(dataset.name() + ": " + points.count(), points);
    }

    private static Optional<String> axis(Dataset dataset, String axis, @Nullable String asked, @Nullable String taken) {
        if (asked == null) {
            return numbers(dataset).stream()
                    .filter(name -> !Objects.equals(name, taken))
                    .findFirst();
        }
        var pointer = Violation.pointer(axis);
        var column = dataset.find(asked).orElseThrow(() -> {
            var hint = NearestName.of(asked, dataset.table().names()).map("; did you mean %s?"::formatted);
            return new InvalidSpecException(
                    pointer, "Dataset %s has no column %s%s".formatted(dataset.name(), asked, hint.orElse("")));
        });
        if (column instanceof NumberColumn) {
            return Optional.of(asked);
        }
        throw new InvalidSpecException(
                pointer,
                "%s must be a column of numbers, but %s is of type %s; of numbers are %s"
                        .formatted(axis, asked, Settings.name(column.type()), String.join(", ", numbers(dataset))));
    }

    /// What can be an axis, the usual ones first: a target of numbers is one where features are too few.
    private static List<String> numbers(Dataset dataset) {
        return Stream.concat(dataset.features().stream(), Stream.of(dataset.targetColumn()))
                .filter(NumberColumn.class::isInstance)
                .map(Column::name)
                .toList();
    }
}
