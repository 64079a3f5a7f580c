package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rows that can be learned from, in ascending order, and what has to be said about those that are left out.
public final class UsableRows {

    private final int[] rows;
    private final List<String> warnings;

    private UsableRows(int[] rows, List<String> warnings) {
        this.rows = rows;
        this.warnings = warnings;
    }

    /// Where features are missing, `missing` decides; a row whose target is missing is refused or left out.
    public static UsableRows of(Dataset dataset, List<String> features, MissingValues missing) {
        var needed = new ArrayList<Column>();
        dataset.targets().names().forEach(name -> needed.add(dataset.column(name)));
        if (!missing.isFilled()) {
            features.forEach(name -> needed.add(dataset.column(name)));
        }
        if (missing == MissingValues.REFUSE) {
            refuse(needed);
        }
        var rows = Arrays.stream(dataset.table().allRows())
                .filter(row -> needed.stream().noneMatch(column -> column.isMissing(row)))
                .toArray();
        if (rows.length == 0) {
            throw new InvalidSpecException("/missing", "No row is complete, so that nothing is left to learn from");
        }
        return new UsableRows(rows, warnings(dataset.examples() - rows.length, missing, dataset.targets()));
    }

    public int[] rows() {
        return rows.clone();
    }

    public List<String> warnings() {
        return warnings;
    }

    private static void refuse(List<Column> needed) {
        List<Violation> violations = new ArrayList<>();
        for (var column : needed) {
            int missing = column.missing();
            if (missing > 0) {
                int row = 0;
                while (!column.isMissing(row)) {
                    row++;
                }
                violations.add(new Violation(
                        "/missing",
                        column.name() + " has " + missing + " missing value"
                                + (missing == 1 ? "" : "s") + " (the first in row " + (row + 1)
                                + "): choose drop, mean or median"));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(violations);
        }
    }

    private static List<String> warnings(int omitted, MissingValues missing, Target targets) {
        if (omitted == 0) {
            return List.of();
        }
        var rows = omitted == 1 ? "1 row is left out because " : omitted + " rows are left out because ";
        return List.of(rows
                + (missing.isFilled()
                        ? String.join(" or ", targets.names()) + " is missing there"
                        : "values are missing there"));
    }
}
