package io.chainrule.service.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;

/// `int` and `long`. A number without fraction is an integer however it is written, as in JSON Schema: `10`, `10.0`,
/// `1e1`.
enum IntegerForm implements Form {
    INT,
    LONG;

    private static final double LARGEST_EXACT = 0x1p53;

    @Override
    public @Nullable Object read(JsonNode json, Place place) {
        if (json.isIntegralNumber() && json.canConvertToLong()) {
            return fit(json.longValue(), json, place);
        }
        if (json.isFloatingPointNumber() && isIntegral(json.doubleValue())) {
            return fit((long) json.doubleValue(), json, place);
        }
        return place.refuse("an integer", json);
    }

    private @Nullable Object fit(long value, JsonNode json, Place place) {
        return switch (this) {
            case LONG -> value;
            case INT ->
                (int) value == value ? (Object) (int) value : place.refuse("an integer of at most 32 bits", json);
        };
    }

    private static boolean isIntegral(double value) {
        return Math.abs(value) <= LARGEST_EXACT && Math.rint(value) == value;
    }

    @Override
    public JsonNode write(Object value) {
        return value instanceof Integer number
                ? IntNode.valueOf(number)
                : LongNode.valueOf(((Number) value).longValue());
    }
}
