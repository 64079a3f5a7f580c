package io.chainrule.learning.dataset;

import io.chainrule.engine.expression.NearestName;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns to learn from, and what has to be said about those that are left out.
public record Features(List<String> names, List<String> warnings) {

    public Features {
        names = List.copyOf(names);
        warnings = List.copyOf(warnings);
    }

    /// The columns that were asked for, or all usable ones but the target. Pointers begin with `/features`.
    public static Features of(Dataset dataset, @Nullable List<String> asked) {
        return asked == null ? usable(dataset) : checked(dataset, asked);
    }

    private static Features usable(Dataset dataset) {
        List<String> names = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (var column : dataset.features()) {
            if (column.type().isFeature()) {
                names.add(column.name());
            } else {
                warnings.add(column.name() + " is not used: " + reasonAgainst(column));
            }
        }
        if (names.isEmpty()) {
            throw new InvalidSpecException(
                    "/features",
                    "The dataset has no column of numbers or categories beside the target " + dataset.targets());
        }
        return new Features(names, warnings);
    }

    private static Features checked(Dataset dataset, List<String> asked) {
        List<Violation> violations = new ArrayList<>();
        var seen = new HashSet<String>();
        for (int i = 0; i < asked.size(); i++) {
            var refusal = refusal(dataset, asked.get(i), seen);
            if (refusal != null) {
                violations.add(new Violation("/features/" + i, refusal));
            }
        }
        if (asked.isEmpty()) {
            violations.add(new Violation("/features", "At least one feature is needed"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(violations);
        }
        return new Features(asked, List.of());
    }

    private static @Nullable String refusal(Dataset dataset, String name, HashSet<String> seen) {
        var column = dataset.find(name).orElse(null);
        if (column == null) {
            var others = dataset.features().stream().map(Column::name).toList();
            return "There is no column " + name + Assembly.hint(NearestName.of(name, others));
        }
        if (dataset.isTarget(name)) {
            return name + " is the target and cannot be a feature too";
        }
        if (!column.type().isFeature()) {
            return name + " cannot be a feature: " + reasonAgainst(column);
        }
        return seen.add(name) ? null : name + " is named twice";
    }

    private static String reasonAgainst(Column column) {
        if (column.missing() == column.size()) {
            return "it has no value at all";
        }
        return column.type() == ColumnType.DATE
                ? "it holds dates"
                : "it holds texts of more than " + ColumnType.CATEGORIES + " kinds";
    }
}
