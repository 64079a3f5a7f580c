package io.chainrule.service.web;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.engine.expression.ExpressionTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An expression as it comes in JSON: text, or a tree.
final class ExpressionReading {

    private ExpressionReading() {}

    static Expression of(JsonNode json) {
        return json.isString() ? ExpressionParser.parse(json.stringValue()) : ExpressionTree.read(plain(json));
    }

    /// The tree without Jackson: maps, lists, strings and numbers. It is no deeper than the JSON parser lets it be.
    private static @Nullable Object plain(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> {
                var object = new LinkedHashMap<String, @Nullable Object>();
                json.properties().forEach(entry -> object.put(entry.getKey(), plain(entry.getValue())));
                yield object;
            }
            case ARRAY -> {
                var array = new ArrayList<@Nullable Object>();
                json.forEach(element -> array.add(plain(element)));
                yield array;
            }
            case STRING -> json.stringValue();
            case NUMBER -> json.doubleValue();
            case BOOLEAN -> json.booleanValue();
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }
}
