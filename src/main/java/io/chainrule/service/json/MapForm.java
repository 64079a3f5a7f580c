package io.chainrule.service.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// An object with names of the user's choosing and values of one form, in the order they are written.
record MapForm(Form element) implements Form {

    @Override
    public @Nullable Object read(JsonNode json, Place place) {
        if (!json.isObject()) {
            return place.refuse("an object", json);
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : json.properties()) {
            var at = place.at(entry.getKey());
            map.put(entry.getKey(), TextForm.isKept(entry.getKey(), at) ? element.read(entry.getValue(), at) : null);
        }
        return map.containsValue(null) ? null : Collections.unmodifiableMap(map);
    }

    @Override
    public JsonNode write(Object value) {
        var object = JsonNodeFactory.instance.objectNode();
        ((Map<?, ?>) value).forEach((name, item) -> object.set((String) name, element.write(item)));
        return object;
    }
}
