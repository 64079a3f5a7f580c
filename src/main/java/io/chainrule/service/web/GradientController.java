package io.chainrule.service.web;

import io.chainrule.engine.expression.Evaluation;
import io.chainrule.engine.expression.GradientQuestion;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.drawing.graph.GraphPicture;
import io.chainrule.service.drawing.graph.GraphvizText;
import io.chainrule.service.drawing.graph.TreeText;
import io.chainrule.service.web.answer.Answer;
import io.chainrule.service.web.answer.Format;
import io.chainrule.service.web.answer.Rendering;
import io.chainrule.service.web.openapi.AlsoAs;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Differentiates expressions, and shows how.
@RestController
@Tag(name = "Gradients")
@RequestMapping(path = "/v1/gradients")
class GradientController {

    @Operation(
            operationId = "differentiate",
            summary = "Differentiate an expression",
            description =
                    "Value and gradient at a point; on request the Hessian, and the computational graph with every"
                            + " intermediate value, gradient and contribution. The graph is also there as a picture,"
                            + " for Graphviz, and as a tree of text.")
    @ApiResponse(
            responseCode = "200",
            description = "Value, gradient, and what else was asked for",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = GradientView.class)))
    @AlsoAs({Format.SVG, Format.PNG, Format.DOT, Format.TEXT})
    @Refuses({
        ProblemCode.EXPRESSION_SYNTAX,
        ProblemCode.UNKNOWN_NAME,
        ProblemCode.MISSING_VARIABLE,
        ProblemCode.EXPRESSION_TOO_COMPLEX
    })
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> differentiate(
            @RequestBody GradientRequest body, @Query Rendering rendering, HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var question = body.toQuestion();
        var text = body.expression().isString()
                ? body.expression().stringValue()
                : question.expression().print();
        return Answer.json(() -> GradientView.of(text, question.answer(), body.graph()))
                .picture(() -> GraphPicture.of(text, question.answer().graph()))
                .text(
                        Format.DOT,
                        theme -> GraphvizText.of(text, question.answer().graph(), theme))
                .text(Format.TEXT, _ -> TreeText.of(question.answer().graph()))
                .to(request, rendering);
    }

    record GradientRequest(
            @Setting(
                    help = "The expression, as infix text or as a tree of function names",
                    example = "\"sin(x*y) + x^2\"")
            JsonNode expression,

            @Setting(
                    help = "The value of every variable",
                    byDefault = "{}",
                    finite = false,
                    example = "{\"x\": 1.5, \"y\": 2}")
            Map<String, Double> at,

            @Setting(help = "The variables to differentiate by; all of them if absent", example = "[\"x\"]") @Nullable
            List<String> wrt,

            @Setting(help = "1 for the gradient, 2 for the Hessian as well", byDefault = "1", min = 1, max = 2)
            int order,

            @Setting(help = "Whether to answer the computational graph as well", byDefault = "false")
            boolean graph) {

        GradientRequest {
            Settings.require(GradientRequest.class, expression, at, wrt, order, graph);
        }

        GradientQuestion toQuestion() {
            return GradientQuestion.of(ExpressionReading.of(expression), at, wrt, order);
        }
    }

    /// @param expression as it was written; spans count its characters
    /// @param hessian by two variables
    record GradientView(
            String expression,
            double value,
            Map<String, Double> gradient,
            @Nullable Map<String, ? extends Map<String, Double>> hessian,
            List<WarningView> warnings,
            @Nullable GraphView graph) {

        static GradientView of(String text, Evaluation evaluation, boolean withGraph) {
            return new GradientView(
                    text,
                    evaluation.value(),
                    evaluation.gradient(),
                    evaluation.hessian(),
                    evaluation.warnings().stream().map(WarningView::of).toList(),
                    withGraph ? GraphView.of(evaluation.graph()) : null);
        }
    }
}
