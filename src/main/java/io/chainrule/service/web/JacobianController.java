package io.chainrule.service.web;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.Jacobian;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.limits.Bearable;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Differentiates several expressions of the same variables.
@RestController
@Tag(name = "Gradients")
@RequestMapping(path = "/v1/jacobians")
class JacobianController {

    @Operation(
            operationId = "jacobian",
            summary = "Differentiate several expressions",
            description = "Their values, and a row of partial derivatives each.")
    @Refuses({
        ProblemCode.EXPRESSION_SYNTAX,
        ProblemCode.UNKNOWN_NAME,
        ProblemCode.MISSING_VARIABLE,
        ProblemCode.EXPRESSION_TOO_COMPLEX
    })
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    JacobianView jacobian(@RequestBody JacobianRequest request) {
        return JacobianView.of(Jacobian.of(request.expressions(), request.at(), request.wrt()));
    }

    record JacobianRequest(
            @Setting(
                    help = "The expressions, as infix text or as trees",
                    least = 1,
                    most = Bearable.EXPRESSIONS,
                    mostLimit = "jacobian.expressions",
                    example = "[\"x*y\", \"x+y\"]")
            List<Expression> expressions,

            @Setting(
                    help = "The value of every variable",
                    byDefault = "{}",
                    finite = false,
                    example = "{\"x\": 1.5, \"y\": 2}")
            Map<String, Double> at,

            @Setting(help = "The variables to differentiate by; all of them if absent", example = "[\"x\"]") @Nullable
            List<String> wrt) {

        JacobianRequest {
            Settings.require(JacobianRequest.class, expressions, at, wrt);
        }
    }

    /// @param jacobian one row an expression, one column a variable
    record JacobianView(
            List<Double> values, List<String> variables, List<List<Double>> jacobian, List<WarningView> warnings) {

        static JacobianView of(Jacobian jacobian) {
            return new JacobianView(
                    jacobian.values(),
                    jacobian.variables(),
                    jacobian.rows(),
                    jacobian.warnings().stream().map(WarningView::of).toList());
        }
    }
}
