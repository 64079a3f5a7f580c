package io.chainrule.service.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

/// Headers of requests and answers, as the document tells of them.
final class Headers {

    private Headers() {}

    /// Once, even if several methods serve the operation.
    static void take(Operation operation, String name, String help, Schema<Object> schema) {
        boolean isTold = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getName().equals(name));
        if (!isTold) {
            operation.addParametersItem(
                    new HeaderParameter().name(name).description(help).schema(schema));
        }
    }

    static void give(@Nullable ApiResponse answer, String name, String help, Schema<Object> schema) {
        if (answer != null) {
            answer.addHeaderObject(name, new Header().description(help).schema(schema));
        }
    }
}
