package io.chainrule.service.web;

import io.chainrule.engine.expression.Expression;
import io.chainrule.service.json.SpecReader;
import tools.jackson.databind.JsonNode;

/// An expression as it comes in JSON, for requests that keep it as it was written.
final class ExpressionReading {

    private ExpressionReading() {}

    static Expression of(JsonNode json) {
        return SpecReader.read(json, Expression.class);
    }
}
