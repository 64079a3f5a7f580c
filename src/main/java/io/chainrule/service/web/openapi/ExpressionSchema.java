package io.chainrule.service.web.openapi;

import io.chainrule.engine.expression.ExpressionLimits;
import io.swagger.v3.oas.models.media.Schema;

/// An expression: text, or a tree of function names.
final class ExpressionSchema {

    static final String NAME = "Expression";
    static final String FIELD = "expression";

    private ExpressionSchema() {}

    static Schema<Object> definition(ExpressionLimits limits) {
        var arguments = TypeSchemas.of("array");
        arguments.setItems(TypeSchemas.reference(NAME));
        var tree = TypeSchemas.of("object");
        tree.setAdditionalProperties(arguments);
        tree.setMinProperties(1);
        tree.setMaxProperties(1);
        Schema<Object> expression = TypeSchemas.any();
        expression.addOneOfItem(TypeSchemas.of("string"));
        expression.addOneOfItem(TypeSchemas.of("number", "double"));
        expression.addOneOfItem(tree);
        expression.setDescription("Infix text such as `sin(x)*y^2`, or a tree of function names such as "
                + "`{\"mul\": [{\"sin\": [\"x\"]}, {\"pow\": [\"y\", 2]}]}`; of a request, at most %d characters"
                        .formatted(limits.characters()));
        return expression;
    }
}
