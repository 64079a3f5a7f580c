package io.chainrule.service.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.StringNode;

/// `double`: a number, or one of the strings that stand for what JSON numbers cannot say.
enum DoubleForm implements Form {
    DOUBLE;

    @Override
    public @Nullable Object read(JsonNode json, Place place) {
        if (json.isNumber()) {
            var value = Numbers.nearest(json);
            return Double.isFinite(value) ? (Object) value : place.refuse("a number that fits into 64 bits", json);
        }
        return switch (json.isString() ? json.stringValue() : "") {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> place.refuse("a number", json);
        };
    }

    @Override
    public JsonNode write(Object value) {
        var number = (double) value;
        return Double.isFinite(number) ? DoubleNode.valueOf(number) : StringNode.valueOf(Double.toString(number));
    }
}
