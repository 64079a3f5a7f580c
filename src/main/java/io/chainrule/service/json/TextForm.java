package io.chainrule.service.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// `String`, without the one character that databases refuse.
enum TextForm implements Form {
    TEXT;

    @Override
    public @Nullable Object read(JsonNode json, Place place) {
        if (!json.isString()) {
            return place.refuse("a string", json);
        }
        var text = json.stringValue();
        return text.indexOf(0) < 0 ? text : place.refuse("A text may not hold the character U+0000");
    }

    @Override
    public JsonNode write(Object value) {
        return StringNode.valueOf((String) value);
    }
}
