package io.chainrule.service.json;

import tools.jackson.databind.JsonNode;

/// JSON that its record keeps as it is, because what it means is decided elsewhere.
enum TreeForm implements Form {
    TREE;

    @Override
    public Object read(JsonNode json, Place place) {
        return json;
    }

    @Override
    public JsonNode write(Object value) {
        return (JsonNode) value;
    }
}
