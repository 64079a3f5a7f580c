package io.chainrule.service.web;

import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.training.minimization.Minimization;
import io.chainrule.learning.training.minimization.MinimizationSpec;
import io.chainrule.learning.training.minimization.StopReason;
import io.chainrule.service.drawing.chart.ContourPicture;
import io.chainrule.service.drawing.chart.Landscape;
import io.chainrule.service.json.WrittenAs;
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
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Makes expressions small, and shows the way.
@RestController
@Tag(name = "Minimizations")
@RequestMapping(path = "/v1/minimizations")
class MinimizationController {

    private static final int COLUMNS = 160;
    private static final int ROWS = 120;

    private final Clock clock;

    MinimizationController(Clock clock) {
        this.clock = clock;
    }

    @Operation(
            operationId = "minimize",
            summary = "Minimize an expression",
            description =
                    "Goes down from the start until the gradient vanishes, by gradient descent in all its forms, by"
                            + " Newton's method or by L-BFGS. Finds the bottom of the valley it starts in, which need"
                            + " not be the deepest one. Whatever ended it, the answer has the best point found. With two"
                            + " variables there is a picture: contours and the path.")
    @ApiResponse(
            responseCode = "200",
            description = "The minimum, and the path there",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = MinimizationView.class)))
    @AlsoAs({Format.SVG, Format.PNG})
    @Refuses({
        ProblemCode.EXPRESSION_SYNTAX,
        ProblemCode.UNKNOWN_NAME,
        ProblemCode.MISSING_VARIABLE,
        ProblemCode.EXPRESSION_TOO_COMPLEX
    })
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> minimize(
            @RequestBody MinimizationSpec spec, @Query Rendering rendering, HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var minimization = Minimization.of(spec);
        var answer = Answer.json(() -> MinimizationView.of(finished(minimization), spec.path()));
        if (minimization.variables().size() == 2) {
            answer.picture(() -> picture(spec.expression().print(), finished(minimization)));
        }
        return answer.to(request, rendering);
    }

    /// Run only when the form of the answer is settled.
    private Minimization finished(Minimization minimization) {
        minimization.run(clock);
        return minimization;
    }

    private static ContourPicture picture(String expression, Minimization minimization) {
        var names = minimization.variables();
        var map = minimization.surroundings(COLUMNS, ROWS);
        var path = minimization.path();
        return ContourPicture.of(
                expression,
                new Landscape(names.getFirst(), names.getLast(), map.x(), map.y(), map.values()),
                path.coordinates(0),
                path.coordinates(1));
    }

    /// @param minimum where it converged, or else the lowest point on the way
    /// @param steps how many were made
    /// @param gradientNorm the largest absolute gradient component at the minimum
    record MinimizationView(
            MinimumView minimum,
            @WrittenAs(StopReason.class) String stopReason,
            int steps,
            double gradientNorm,
            List<WarningView> warnings,
            @Nullable PathView path) {

        static MinimizationView of(Minimization minimization, boolean withPath) {
            var minimum = minimization.minimum();
            return new MinimizationView(
                    new MinimumView(minimum.value(), minimum.at()),
                    Settings.name(Objects.requireNonNull(minimization.stopReason())),
                    minimization.steps(),
                    minimum.gradientNorm(),
                    minimization.warnings().stream().map(WarningView::of).toList(),
                    withPath ? PathView.of(minimization) : null);
        }
    }

    record MinimumView(double value, Map<String, Double> at) {}

    /// The way, column by column. Of more than 2000 steps, only every second, fourth, … one is here, and the last.
    @SuppressWarnings("ArrayRecordComponent") // columns on their way out: nobody compares them
    record PathView(int[] step, double[] value, double[] gradientNorm, Map<String, double[]> at) {

        static PathView of(Minimization minimization) {
            var path = minimization.path();
            var at = new LinkedHashMap<String, double[]>();
            for (var variable : minimization.variables()) {
                at.put(variable, path.coordinates(at.size()));
            }
            return new PathView(path.steps(), path.values(), path.gradientNorms(), at);
        }
    }
}
