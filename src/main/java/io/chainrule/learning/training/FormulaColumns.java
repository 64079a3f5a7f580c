package io.chainrule.learning.training;

import io.chainrule.learning.dataset.Column;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.Features;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The features of a formula: the columns that it names, all of them numbers.
final class FormulaColumns {

    private static final String EXPRESSION = "/model/expression";

    private FormulaColumns() {}

    /// @throws io.chainrule.engine.expression.UnknownNameException if a name is neither parameter nor column
    /// @throws InvalidSpecException if a column is not to be used so, or other features were asked for
    static Features of(ModelSpec.ExpressionModel formula, @Nullable List<String> asked, Dataset dataset) {
        var usable = dataset.features().stream()
                .filter(NumberColumn.class::isInstance)
                .map(Column::name);
        var known = Stream.of(formula.parameters().keySet().stream(), usable).flatMap(names -> names);
        var unusable = formula.columns().stream()
                .flatMap(name -> dataset.find(name).stream())
                .filter(column -> !(column instanceof NumberColumn) || dataset.isTarget(column.name()))
                .toList();
        formula.expression()
                .requireNames(
                        known.toList(), unusable.stream().map(Column::name).toList(), EXPRESSION.substring(1));
        var violations = new ArrayList<Violation>();
        for (var column : unusable) {
            violations.add(new Violation(EXPRESSION, refusal(column, dataset)));
        }
        var columns = formula.columns();
        if (asked != null && !(asked.size() == columns.size() && new HashSet<>(asked).containsAll(columns))) {
            violations.add(new Violation(
                    "/features",
                    "The features of an expression are the columns it names: %s; leave features out"
                            .formatted(String.join(", ", columns))));
        }
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(violations);
        }
        return new Features(columns, List.of());
    }

    private static String refusal(Column column, Dataset dataset) {
        return dataset.isTarget(column.name())
                ? column.name() + " is the target, so it cannot be a part of its own prediction"
                : "An expression is made of numbers, but column %s is of type %s"
                        .formatted(column.name(), Settings.name(column.type()));
    }
}
