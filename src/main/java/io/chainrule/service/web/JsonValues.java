package io.chainrule.service.web;

import io.chainrule.service.json.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// JSON values as plain Java ones: numbers, texts, booleans, null, and the JSON itself where it is none of these.
final class JsonValues {

    private JsonValues() {}

    static Map<String, @Nullable Object> of(Map<String, JsonNode> row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        row.forEach((name, cell) -> values.put(name, of(cell)));
        return values;
    }

    static List<@Nullable Object> of(List<JsonNode> cells) {
        var values = new ArrayList<@Nullable Object>(cells.size());
        cells.forEach(cell -> values.add(of(cell)));
        return values;
    }

    private static @Nullable Object of(JsonNode cell) {
        return switch (cell.getNodeType()) {
            case NUMBER -> Numbers.nearest(cell);
            case STRING -> cell.stringValue();
            case BOOLEAN -> cell.booleanValue();
            case NULL, MISSING -> null;
            case OBJECT, ARRAY, BINARY, POJO -> cell;
        };
    }
}
