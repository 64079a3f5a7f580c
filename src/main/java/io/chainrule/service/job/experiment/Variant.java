package io.chainrule.service.job.experiment;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.json.Bounds;
import io.chainrule.service.json.SpecReader;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/// One job to be: its specification, put together from the base and what is otherwise.
///
/// @param origin where in the request a place of the specification was said, by pointers
/// @param bounds of what it may ask for
public record Variant(String name, ObjectNode json, UnaryOperator<String> origin, Bounds bounds) {

    private static final int MOST_CHARACTERS = 200;

    static Variant of(String name, ObjectNode json, UnaryOperator<String> origin, Bounds bounds) {
        return new Variant(name, named(json, name), origin, bounds);
    }

    private static ObjectNode named(ObjectNode json, String name) {
        var named = json.deepCopy();
        named.put("name", name.length() <= MOST_CHARACTERS ? name : name.substring(0, MOST_CHARACTERS - 1) + "…");
        return named;
    }

    /// What comes of the specification; whatever is refused is refused at its place in the request.
    public <T> T checked(Function<TrainingSpec, T> use) {
        try {
            return use.apply(SpecReader.read(json, TrainingSpec.class, bounds));
        } catch (InvalidSpecException refused) {
            throw new InvalidSpecException(
                    refused.violations().stream().map(this::atOrigin).toList());
        }
    }

    private Violation atOrigin(Violation violation) {
        return new Violation(origin.apply(violation.pointer()), violation.detail());
    }
}
