package io.chainrule.service.web;

import io.chainrule.engine.expression.Expression;
import io.chainrule.service.json.Bounds;
import io.chainrule.service.json.MisreadExpressionException;
import io.chainrule.service.json.SpecReader;
import tools.jackson.databind.JsonNode;

/// An expression as it comes in JSON, for requests that keep it as it was written.
final class ExpressionReading {

    private ExpressionReading() {}

    /// @param place of the expression in its request, as a JSON pointer
    static Expression of(JsonNode json, String place, Bounds bounds) {
        try {
            return SpecReader.read(json, Expression.class, bounds);
        } catch (MisreadExpressionException misread) {
            throw new MisreadExpressionException(place + misread.pointer(), misread.reason());
        }
    }
}
