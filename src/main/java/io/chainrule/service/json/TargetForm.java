package io.chainrule.service.json;

import io.chainrule.learning.dataset.Target;
import io.chainrule.learning.specification.InvalidSpecException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// [Target]: the name of a column, or an array of several.
enum TargetForm implements Form {
    TARGET;

    private static final ListForm NAMES = new ListForm(TextForm.TEXT);

    @Override
    public @Nullable Object read(JsonNode json, Place place) {
        if (json.isString()) {
            return TextForm.TEXT.read(json, place) instanceof String name ? Target.of(name) : null;
        }
        if (!json.isArray()) {
            return place.refuse("the name of a column, or an array of several", json);
        }
        long most = place.bounds().maxima().of(Target.LIMIT, Target.MOST);
        if (json.size() < 2 || json.size() > most) {
            return place.refuse("An array names 2 to %d columns but this one %d; name one without an array"
                    .formatted(most, json.size()));
        }
        return NAMES.read(json, place) instanceof List<?> names ? several(names, place) : null;
    }

    private static @Nullable Object several(List<?> names, Place place) {
        try {
            return new Target(names.stream().map(Objects::toString).toList());
        } catch (InvalidSpecException refused) {
            return place.refuse(refused.violations());
        }
    }

    @Override
    public JsonNode write(Object value) {
        var target = (Target) value;
        return target.isSeveral()
                ? NAMES.write(target.names())
                : StringNode.valueOf(target.names().getFirst());
    }
}
