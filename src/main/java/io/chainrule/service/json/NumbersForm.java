package io.chainrule.service.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// [Numbers]: a number, or an array of numbers.
enum NumbersForm implements Form {
    NUMBERS;

    @Override
    public @Nullable Object read(JsonNode json, Place place) {
        if (!json.isArray()) {
            return DoubleForm.DOUBLE.read(json, place) instanceof Double number ? Numbers.number(number) : null;
        }
        if (json.isEmpty()) {
            return place.refuse("A column needs at least one number");
        }
        var values = new double[json.size()];
        boolean isComplete = true;
        for (int i = 0; i < values.length; i++) {
            if (DoubleForm.DOUBLE.read(json.get(i), place.at(i)) instanceof Double number) {
                values[i] = number;
            } else {
                isComplete = false;
            }
        }
        return isComplete ? Numbers.column(values) : null;
    }

    @Override
    public JsonNode write(Object value) {
        var numbers = (Numbers) value;
        if (!numbers.isColumn()) {
            return DoubleForm.DOUBLE.write(numbers.first());
        }
        var array = JsonNodeFactory.instance.arrayNode();
        for (double number : numbers.values()) {
            array.add(DoubleForm.DOUBLE.write(number));
        }
        return array;
    }
}
