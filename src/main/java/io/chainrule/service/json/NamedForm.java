package io.chainrule.service.json;

import io.chainrule.learning.specification.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// An enum: one of its names, in kebab-case.
record NamedForm(Map<String, Object> constants) implements Form {

    static NamedForm of(Class<?> type) {
        var constants = new LinkedHashMap<String, Object>();
        Settings.choices(type).forEach(choice -> constants.put(choice.name(), choice.meaning()));
        return new NamedForm(constants);
    }

    @Override
    public @Nullable Object read(JsonNode json, Place place) {
        if (!json.isString()) {
            return place.refuse("one of " + Known.list(constants.keySet()), json);
        }
        var constant = constants.get(json.stringValue());
        return constant != null ? constant : place.refuse(Known.insteadOf(json.stringValue(), constants.keySet()));
    }

    @Override
    public JsonNode write(Object value) {
        return StringNode.valueOf(Settings.name((Enum<?>) value));
    }
}
