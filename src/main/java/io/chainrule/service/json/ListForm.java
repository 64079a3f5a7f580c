package io.chainrule.service.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A list of values of one form.
record ListForm(Form element) implements Form {

    @Override
    public @Nullable Object read(JsonNode json, Place place) {
        if (!json.isArray()) {
            return place.refuse("an array", json);
        }
        var list = new ArrayList<@Nullable Object>(json.size());
        for (var item : json) {
            list.add(element.read(item, place.at(list.size())));
        }
        return list.contains(null) ? null : Collections.unmodifiableList(list);
    }

    @Override
    public JsonNode write(Object value) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var item : (List<?>) value) {
            array.add(element.write(item));
        }
        return array;
    }
}
