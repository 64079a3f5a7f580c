package io.chainrule.service.job.experiment;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.json.Bounds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Variants that are written out: the fields of a training job that are otherwise, and a name.
final class NamedVariants {

    private static final String VARIANTS = "/variants/";
    private static final String NAME = "name";

    private NamedVariants() {}

    static List<Variant> of(List<JsonNode> variants, ObjectNode base, Bounds bounds) {
        var violations = new ArrayList<Violation>();
        var names = new LinkedHashSet<String>();
        var made = new ArrayList<Variant>();
        for (int i = 0; i < variants.size(); i++) {
            var place = VARIANTS + i;
            if (!(variants.get(i) instanceof ObjectNode variant)) {
                violations.add(new Violation(place, "A variant is an object with what is otherwise than in the base"));
            } else {
                var name = name(variant, i, place, violations);
                if (!names.add(name)) {
                    violations.add(new Violation(place + "/" + NAME, "Another variant is called " + name));
                }
                made.add(Variant.of(name, Merging.merged(base, variant.without(NAME)), origin(variant, place), bounds));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(violations);
        }
        return made;
    }

    private static String name(ObjectNode variant, int position, String place, List<Violation> violations) {
        var name = variant.get(NAME);
        if (name == null) {
            return "variant " + (position + 1);
        }
        if (!name.isString()
                || name.stringValue().isBlank()
                || name.stringValue().length() > 200) {
            violations.add(new Violation(place + "/" + NAME, "name is a text of 1 to 200 characters"));
            return place;
        }
        return name.stringValue();
    }

    private static UnaryOperator<String> origin(ObjectNode variant, String place) {
        return pointer -> (Merging.isFrom(variant, pointer) ? place : "/base") + pointer;
    }
}
