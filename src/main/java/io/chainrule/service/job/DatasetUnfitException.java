package io.chainrule.service.job;

import io.chainrule.learning.dataset.DatasetInvalidException;
import io.chainrule.learning.dataset.Problem;
import io.chainrule.learning.model.FeatureProfile;
import io.chainrule.learning.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A dataset that a model is to be measured on lacks what the model needs.
public final class DatasetUnfitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int MOST_TOLD = 10;

    private final transient List<Problem> problems;
    private final String fix;

    private DatasetUnfitException(String message, List<Problem> problems, String fix, Throwable cause) {
        super(message, cause);
        this.problems = List.copyOf(problems);
        this.fix = fix;
    }

    static DatasetUnfitException of(String id, Model model, String dataset, DatasetInvalidException invalid) {
        return new DatasetUnfitException(
                "Dataset \"%s\" does not fit model \"%s\"".formatted(dataset, id),
                invalid.problems(),
                "Name a dataset with the columns %s; without dataset the model is measured on its own examples"
                        .formatted(told(needs(model))),
                invalid);
    }

    private static List<String> needs(Model model) {
        var needs = new ArrayList<String>();
        for (var feature : model.features()) {
            needs.add(
                    switch (feature) {
                        case FeatureProfile.Numbers numbers -> numbers.name() + " (numbers)";
                        case FeatureProfile.Categories categories ->
                            categories.name() + " (" + told(categories.categories()) + ")";
                    });
        }
        var classes = model.classes();
        var kind = classes.isEmpty() ? " (numbers)" : " (" + told(classes) + ")";
        needs.addAll(
                0,
                model.encoding().target().columns().names().stream()
                        .map(name -> name + kind)
                        .toList());
        return needs;
    }

    private static String told(List<String> names) {
        var told = names.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
        return names.size() > MOST_TOLD ? told + " and " + (names.size() - MOST_TOLD) + " more" : told;
    }

    /// What differs.
    public List<Problem> problems() {
        return problems;
    }

    /// What to do instead.
    public String fix() {
        return fix;
    }
}
