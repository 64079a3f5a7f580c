package io.chainrule.service.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/// `boolean`: true or false, no other spelling.
enum BooleanForm implements Form {
    BOOLEAN;

    @Override
    public @Nullable Object read(JsonNode json, Place place) {
        return json.isBoolean() ? (Object) json.booleanValue() : place.refuse("true or false", json);
    }

    @Override
    public JsonNode write(Object value) {
        return BooleanNode.valueOf((boolean) value);
    }
}
