package io.chainrule.service.json;

import tools.jackson.databind.JsonNode;

/// A JSON value as an error message shows it: short, and with its kind where that could be mistaken.
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    static String of(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "the string " + abridged(json.toString());
            case NULL, MISSING -> "null; what has no value is left out";
            case NUMBER ->
                Double.isFinite(Numbers.nearest(json)) ? abridged(json.toString()) : "one beyond " + Double.MAX_VALUE;
            case BOOLEAN, BINARY, POJO -> abridged(json.toString());
        };
    }

    static String abridged(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
