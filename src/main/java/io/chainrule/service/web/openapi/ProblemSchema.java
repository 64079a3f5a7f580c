package io.chainrule.service.web.openapi;

import io.chainrule.service.web.problem.Fault;
import io.chainrule.service.web.problem.ProblemCode;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;

/// What every error answers.
final class ProblemSchema {

    private ProblemSchema() {}

    static Schema<Object> of(Schemas schemas) {
        var problem = TypeSchemas.of("object");
        problem.setDescription("What went wrong (RFC 9457), and what to do next");
        problem.addProperty("type", described("string", "The address of a page that explains the code"));
        problem.addProperty("title", described("string", "The code in words"));
        problem.addProperty("status", described("integer", "The HTTP status"));
        problem.addProperty("detail", described("string", "What went wrong this time"));
        problem.addProperty("code", codes());
        problem.addProperty("fix", described("string", "What to do next"));
        problem.addProperty("errors", errors(schemas));
        problem.addProperty("errorId", described("string", "Finds the occurrence in the log"));
        problem.setRequired(List.of("type", "title", "status", "detail", "code", "fix", "errorId"));
        problem.setAdditionalProperties(true);
        return problem;
    }

    private static Schema<Object> codes() {
        var code = described("string", "What kind of problem it is");
        code.setEnum(Arrays.stream(ProblemCode.values())
                .<Object>map(ProblemCode::code)
                .toList());
        return code;
    }

    private static Schema<Object> errors(Schemas schemas) {
        var errors = described("array", "Each thing that is wrong, and where");
        errors.setItems(schemas.of(Fault.class));
        return errors;
    }

    private static Schema<Object> described(String type, String description) {
        var schema = TypeSchemas.of(type);
        schema.setDescription(description);
        return schema;
    }
}
