package io.chainrule.learning.dataset;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table of examples, one column of which is to be learned from the others. Immutable.
///
/// The target of a classification is a category column, so that its categories are the classes; that of a regression
/// is a number column. What a job learns may be several number columns at once; `target` is then the first of them.
public final class Dataset {

    private final String name;
    private final Table table;
    private final Column target;
    private final Target targets;
    private final Task task;
    private @Nullable String digest;

    public Dataset(String name, Table table, String target, Task task) {
        this(name, table, Target.of(target), task);
    }

    private Dataset(String name, Table table, Target targets, Task task) {
        this.name = name;
        this.table = table;
        this.target = target(table, targets.names().getFirst(), task);
        this.targets = targets;
        this.task = task;
        targets.names().forEach(each -> target(table, each, task));
    }

    private static Column target(Table table, String name, Task task) {
        var target = table.find(name)
                .orElseThrow(() -> new IllegalArgumentException("The target " + name + " is none of " + table.names()));
        boolean fits = switch (task) {
            case CLASSIFICATION -> target instanceof CategoryColumn;
            case REGRESSION -> target instanceof NumberColumn;
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    "The target " + name + " of a " + task + " must not be a column of type " + target.type());
        }
        return target;
    }

    public String name() {
        return name;
    }

    public Table table() {
        return table;
    }

    public List<Column> columns() {
        return table.columns();
    }

    /// A column that is known to be there.
    public Column column(String name) {
        return table.find(name)
                .orElseThrow(() -> new IllegalArgumentException("Column " + name + " is none of " + table.names()));
    }

    public Optional<Column> find(String name) {
        return table.find(name);
    }

    public String target() {
        return target.name();
    }

    public Column targetColumn() {
        return target;
    }

    /// All columns that are to be learned, in the order of a model's outputs.
    public Target targets() {
        return targets;
    }

    public Task task() {
        return task;
    }

    /// All columns but the targets.
    public List<Column> features() {
        return columns().stream().filter(column -> !isTarget(column.name())).toList();
    }

    public boolean isTarget(String name) {
        return targets.names().contains(name);
    }

    public int examples() {
        return table.rows();
    }

    /// The labels, sorted by code point; none for a regression.
    public List<String> classes() {
        return target instanceof CategoryColumn labels ? labels.categories() : List.of();
    }

    /// How many examples each class has.
    public int[] classCounts() {
        return target instanceof CategoryColumn labels ? labels.counts() : new int[0];
    }

    /// `sha256:` and the hash of the columns with their order and types, the target and the task: see `DatasetBytes`.
    public String digest() {
        var known = digest;
        if (known == null) {
            known = DatasetBytes.digest(this);
            digest = known;
        }
        return known;
    }

    /// The same examples, to learn another column from; numeric targets are taken for classes as `Task` tells.
    public Dataset withTarget(String name, @Nullable Task task) {
        var column = column(name);
        if (targets.equals(Target.of(name)) && (task == null || task == this.task)) {
            return this;
        }
        var wanted = task == null ? Task.suitedTo(column) : task;
        return wanted == Task.CLASSIFICATION && column instanceof NumberColumn numbers
                ? new Dataset(this.name, table.with(numbers.asCategories()), name, wanted)
                : new Dataset(this.name, table, name, wanted);
    }

    /// The same examples, to learn these columns from; several must hold numbers.
    public Dataset withTargets(Target targets, @Nullable Task task) {
        return targets.isSeveral()
                ? new Dataset(name, table, targets, Task.REGRESSION)
                : withTarget(targets.names().getFirst(), task);
    }
}
