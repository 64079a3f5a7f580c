package io.chainrule.service.json;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.ExpressionException;
import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.engine.expression.ExpressionTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// An expression: text, or a tree. What is wrong with it is told by an exception of its own, with more than a pointer.
enum ExpressionForm implements Form {
    EXPRESSION;

    @Override
    public Object read(JsonNode json, Place place) {
        try {
            var limits = place.bounds().expressions();
            return json.isString()
                    ? ExpressionParser.parse(json.stringValue(), limits)
                    : ExpressionTree.read(plain(json), limits);
        } catch (ExpressionException wrong) {
            throw new MisreadExpressionException(place.pointer(), wrong);
        }
    }

    @Override
    public JsonNode write(Object value) {
        return StringNode.valueOf(((Expression) value).print());
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
            case NUMBER -> Numbers.nearest(json);
            case BOOLEAN -> json.booleanValue();
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }
}
