package io.chainrule.learning.dataset;

import io.chainrule.engine.expression.NearestName;
import io.chainrule.learning.specification.InvalidSpecException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a dataset of columns whose types are not known yet, or says everything that stands against it.
record Assembly(DatasetSpec spec, DatasetLimits limits) {

    Dataset of(List<Cells> columns) {
        if (columns.size() < 2) {
            throw Problems.of(Problem.ofWhole("A dataset needs a target and at least one other column, but has "
                    + columns.size() + " column" + (columns.size() == 1 ? "" : "s")));
        }
        if (columns.getFirst().texts().size() == 0) {
            throw Problems.of(Problem.ofWhole("A dataset needs at least one example, but has none"));
        }
        int target = targetOf(columns.stream().map(Cells::name).toList());
        var problems = new Problems();
        var inference = new Inference(problems);
        List<Column> typed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            typed.add(i == target ? target(columns.get(i), inference) : inference.column(columns.get(i)));
        }
        problems.check();
        var column = typed.get(target);
        return new Dataset(
                spec.name(),
                new Table(typed),
                column.name(),
                column instanceof NumberColumn ? Task.REGRESSION : Task.CLASSIFICATION);
    }

    private int targetOf(List<String> names) {
        var target = spec.target();
        if (target == null) {
            return names.size() - 1;
        }
        int position = names.indexOf(target);
        if (position < 0) {
            throw new InvalidSpecException(
                    "/target",
                    "There is no column " + target + " to be the target" + hint(NearestName.of(target, names)));
        }
        return position;
    }

    static String hint(Optional<String> nearest) {
        return nearest.map(name -> "; did you mean " + name + "?").orElse("");
    }

    private Column target(Cells cells, Inference inference) {
        var name = cells.name();
        var texts = cells.texts();
        var labels = texts.distinct(limits.classes());
        int classes = labels.size();
        if (classes == 0) {
            inference.problems().note(Problem.ofColumn(name, "is the target but has no value at all"));
        }
        if (spec.task() == null || spec.task() == Task.REGRESSION) {
            var column = inference.column(cells);
            if (column instanceof NumberColumn
                    && (spec.task() == Task.REGRESSION || Task.suitedTo(column) == Task.REGRESSION)) {
                return column;
            }
            if (spec.task() == Task.REGRESSION && !(column instanceof NumberColumn)) {
                inference
                        .problems()
                        .note(Problem.ofColumn(name, "is the target of a regression but does not hold numbers"));
            }
        }
        if (Inference.anyTooLong(labels)) {
            inference
                    .problems()
                    .note(Problem.ofColumn(
                            name,
                            "is the target of a classification but has a label of more than "
                                    + ColumnType.LONGEST_CATEGORY + " characters"));
        }
        if (classes > limits.classes()) {
            inference
                    .problems()
                    .note(Problem.ofColumn(
                            name,
                            "is the target of a classification but has more than " + limits.classes() + " classes"));
        }
        return CategoryColumn.of(name, texts);
    }
}
