package io.chainrule.service.web;

import io.chainrule.service.drawing.graph.GraphPicture;
import io.chainrule.service.drawing.graph.GraphvizText;
import io.chainrule.service.drawing.graph.TreeText;
import io.chainrule.service.json.Bounds;
import io.chainrule.service.limits.LimitSettings;
import io.chainrule.service.web.answer.Answer;
import io.chainrule.service.web.answer.Format;
import io.chainrule.service.web.answer.Rendering;
import io.chainrule.service.web.openapi.AlsoAs;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.request.Query;
import io.chainrule.service.web.request.RequestLoan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Differentiates expressions, and shows how.
@RestController
@Tag(name = "Gradients")
@RequestMapping(path = "/v1/gradients")
class GradientController {

    private final Bounds bounds;
    private final int mostRows;

    GradientController(Bounds bounds, LimitSettings limits) {
        this.bounds = bounds;
        this.mostRows = limits.batch().rows();
    }

    @Operation(
            operationId = "differentiate",
            summary = "Differentiate an expression",
            description =
                    "Value and gradient at a point, or at many; on request the Hessian, derivatives in a direction, the"
                            + " computational graph with every intermediate value, gradient and contribution, both"
                            + " passes step by step, a certificate, and the derivatives as formulas. The graph is"
                            + " also there as a picture, for Graphviz, and as a tree of text.")
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
        var point = body.point(mostRows);
        var expression = body.read(bounds);
        var text = body.expression().isString() ? body.expression().stringValue() : expression.print();
        if (point.isBatch()) {
            var question = body.toBatch(expression, point);
            RequestLoan.current().ifPresent(loan -> loan.take(Double.BYTES * question.numbers()));
            return Answer.json(() -> GradientView.of(text, question.answer(), body.formulas(question)))
                    .to(request, rendering);
        }
        var question = body.toQuestion(expression, point);
        return Answer.json(() -> GradientView.of(text, question, body))
                .picture(() -> GraphPicture.of(text, question.answer().graph()))
                .text(
                        Format.DOT,
                        theme -> GraphvizText.of(text, question.answer().graph(), theme))
                .text(Format.TEXT, _ -> TreeText.of(question.answer().graph()))
                .to(request, rendering);
    }
}
