package io.chainrule.service.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// `String`.
enum TextForm implements Form {
    TEXT;

    @Override
    public @Nullable Object read(JsonNode json, Place place) {
        return json.isString() ? json.stringValue() : place.refuse("a string", json);
    }

    @Override
    public JsonNode write(Object value) {
        return StringNode.valueOf((String) value);
    }
}
