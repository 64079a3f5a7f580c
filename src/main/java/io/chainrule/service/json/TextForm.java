package io.chainrule.service.json;

import io.chainrule.learning.specification.Unkeepable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// `String` that can be kept as it is.
enum TextForm implements Form {
    TEXT;

    @Override
    public @Nullable Object read(JsonNode json, Place place) {
        if (!json.isString()) {
            return place.refuse("a string", json);
        }
        var text = json.stringValue();
        return isKept(text, place) ? text : null;
    }

    static boolean isKept(String text, Place place) {
        var unkeepable = Unkeepable.part(text);
        if (unkeepable != null) {
            place.refuse("A text may not hold " + unkeepable);
        }
        return unkeepable == null;
    }

    @Override
    public JsonNode write(Object value) {
        return StringNode.valueOf((String) value);
    }
}
