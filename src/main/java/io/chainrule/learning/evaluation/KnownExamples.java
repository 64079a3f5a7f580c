package io.chainrule.learning.evaluation;

import io.chainrule.engine.expression.NearestName;
import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Column;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetInvalidException;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.Problem;
import io.chainrule.learning.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Rows of a dataset that a model can be judged by, because what it predicts is known there.
public final class KnownExamples {

    private static final int MOST_PROBLEMS = 20;

    private final Dataset dataset;
    private final int[] rows;

    private KnownExamples(Dataset dataset, int[] rows) {
        this.dataset = dataset;
        this.rows = rows;
    }

    /// All rows whose target is known.
    ///
    /// @param dropIncomplete whether rows in which a feature is missing are left out as well
    /// @throws DatasetInvalidException if this dataset lacks what the model needs
    public static KnownExamples of(Model model, Dataset dataset, boolean dropIncomplete) {
        var judged = withTarget(model, dataset);
        var needed = Stream.concat(
                        judged.targets().names().stream().map(judged::column),
                        model.encoding().featureNames().stream()
                                .filter(_ -> dropIncomplete)
                                .flatMap(name -> judged.find(name).stream()))
                .toList();
        var rows = Arrays.stream(judged.table().allRows())
                .filter(row -> needed.stream().noneMatch(column -> column.isMissing(row)))
                .toArray();
        return checked(model, judged, rows);
    }

    /// These rows, whose target must be known.
    ///
    /// @throws DatasetInvalidException if this dataset lacks what the model needs
    public static KnownExamples of(Model model, Dataset dataset, int[] rows) {
        return checked(model, withTarget(model, dataset), rows.clone());
    }

    /// With the model's target.
    public Dataset dataset() {
        return dataset;
    }

    public int count() {
        return rows.length;
    }

    /// Rows of the dataset that say nothing about the model.
    public int omitted() {
        return dataset.examples() - rows.length;
    }

    /// The rows from one place up to, but not including, another.
    int[] rows(int from, int to) {
        return Arrays.copyOfRange(rows, from, to);
    }

    private static KnownExamples checked(Model model, Dataset dataset, int[] rows) {
        if (rows.length == 0) {
            throw refusal(new Problem(null, null, null, "The dataset has no example to judge the model by"));
        }
        if (dataset.targetColumn() instanceof CategoryColumn labels) {
            checkClasses(model.classes(), labels, rows);
        }
        return new KnownExamples(dataset, rows);
    }

    private static Dataset withTarget(Model model, Dataset dataset) {
        var target = model.encoding().target().columns();
        var problems = target.names().stream()
                .flatMap(name -> reasonAgainst(name, model, dataset).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new DatasetInvalidException(problems);
        }
        return dataset.withTargets(target, model.task());
    }

    private static Optional<Problem> reasonAgainst(String name, Model model, Dataset dataset) {
        var column = dataset.find(name).orElse(null);
        if (column == null) {
            return Optional.of(missing(name, model, dataset));
        }
        boolean fits = switch (model.task()) {
            case CLASSIFICATION -> isOfKinds(column);
            case REGRESSION -> column instanceof NumberColumn;
        };
        return fits ? Optional.empty() : Optional.of(new Problem(null, name, null, unlike(model)));
    }

    private static String unlike(Model model) {
        return switch (model.task()) {
            case CLASSIFICATION -> "holds none of the classes the model knows: " + words(model.classes());
            case REGRESSION ->
                "does not hold numbers, but the model predicts "
                        + (model.targets().size() == 1 ? "one" : "them");
        };
    }

    private static boolean isOfKinds(Column column) {
        return column instanceof CategoryColumn || column instanceof NumberColumn;
    }

    private static Problem missing(String name, Model model, Dataset dataset) {
        var others = dataset.table().names().stream()
                .filter(other -> !model.targets().contains(other))
                .toList();
        var hint = NearestName.of(name, others).map("; did you mean %s?"::formatted);
        return new Problem(null, name, null, "is missing: it is what the model predicts" + hint.orElse(""));
    }

    /// Each unknown class is told once, where it comes first.
    private static void checkClasses(List<String> known, CategoryColumn labels, int[] rows) {
        Set<String> unknown = new LinkedHashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (int row : rows) {
            var label = labels.categories().get(labels.code(row));
            if (!known.contains(label) && unknown.add(label) && problems.size() < MOST_PROBLEMS) {
                problems.add(new Problem(
                        row + 1, labels.name(), label, "is none of the classes the model knows: " + words(known)));
            }
        }
        if (!problems.isEmpty()) {
            throw new DatasetInvalidException(problems);
        }
    }

    private static String words(List<String> classes) {
        return classes.size() <= 10 ? String.join(", ", classes) : String.join(", ", classes.subList(0, 10)) + ", …";
    }

    private static DatasetInvalidException refusal(Problem problem) {
        return new DatasetInvalidException(List.of(problem));
    }
}
