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
        var rows = complete(dataset.table().allRows(), needed);
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

    private static int[] complete(int[] rows, List<Column> needed) {
        int kept = rows.length;
        for (var column : needed) {
            if (column.missing() > 0) {
                int before = kept;
                kept = 0;
                for (int i = 0; i < before; i++) {
                    if (!column.isMissing(rows[i])) {
                        rows[kept++] = rows[i];
                    }
                }
            }
        }
        return kept == rows.length ? rows : Arrays.copyOf(rows, kept);
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
