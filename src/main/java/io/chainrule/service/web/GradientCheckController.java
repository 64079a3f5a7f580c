package io.chainrule.service.web;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.verification.GradientCheck;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.json.Bounds;
import io.chainrule.service.limits.LimitSettings;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Marks derivatives that somebody derived by hand.
@RestController
@Tag(name = "Gradients")
@RequestMapping(path = "/v1/gradient-checks")
class GradientCheckController {

    private final Bounds bounds;
    private final int mostSubmissions;

    GradientCheckController(Bounds bounds, LimitSettings limits) {
        this.bounds = bounds;
        this.mostSubmissions = limits.gradientCheck().submissions();
    }

    @Operation(
            operationId = "checkGradients",
            summary = "Check derivatives derived by hand",
            description =
                    "Tries each claimed partial derivative at many points, the same every time, with all signs mixed;"
                            + " a wrong one is answered with a point that refutes it.")
    @Refuses({
        ProblemCode.EXPRESSION_SYNTAX,
        ProblemCode.UNKNOWN_NAME,
        ProblemCode.MISSING_VARIABLE,
        ProblemCode.EXPRESSION_TOO_COMPLEX
    })
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    GradientCheckView check(@RequestBody GradientCheckRequest request) {
        return request.claimed().isArray()
                ? GradientCheckView.of(request.checks(bounds, mostSubmissions))
                : GradientCheckView.of(request.check(request.claimed(), "/claimed", bounds));
    }

    record GradientCheckRequest(
            @Setting(help = "The expression, as infix text or as a tree", example = "\"x^2*y\"")
            JsonNode expression,

            @Setting(
                    help = "The claimed partial derivative by each variable, or an array of such submissions",
                    example = "{\"x\": \"2*x*y\", \"y\": \"x^2\"}")
            JsonNode claimed,

            @Setting(help = "The only point to try, in place of many", finite = false, example = "{\"x\": 3, \"y\": 2}")
            @Nullable
            Map<String, Double> at) {

        GradientCheckRequest {
            Settings.require(GradientCheckRequest.class, expression, claimed, at);
        }

        GradientCheck check(JsonNode claims, String place, Bounds bounds) {
            var read = ExpressionReading.of(expression, "/expression", bounds);
            return GradientCheck.of(read, claims(claims, place, bounds), at);
        }

        List<GradientCheck> checks(Bounds bounds, int most) {
            if (claimed.isEmpty() || claimed.size() > most) {
                throw new InvalidSpecException(
                        "/claimed",
                        "1 to %d submissions are checked at once, but got %d".formatted(most, claimed.size()));
            }
            var checks = new ArrayList<GradientCheck>();
            for (var submission : claimed) {
                checks.add(check(submission, "/claimed" + Violation.pointer(checks.size()), bounds));
            }
            return checks;
        }

        private static Map<String, Expression> claims(JsonNode claims, String place, Bounds bounds) {
            if (!claims.isObject() || claims.isEmpty()) {
                throw new InvalidSpecException(
                        place, "Expected an object with a claimed derivative for at least one variable");
            }
            var read = new LinkedHashMap<String, Expression>();
            claims.properties()
                    .forEach(claim -> read.put(
                            claim.getKey(),
                            ExpressionReading.of(claim.getValue(), place + Violation.pointer(claim.getKey()), bounds)));
            return read;
        }
    }

    /// What became of the claims; of several submissions, of each.
    ///
    /// @param verdict `correct`, `wrong` or `undecided`
    record GradientCheckView(
            @Nullable String verdict,
            @Nullable Map<String, ClaimView> variables,
            @Nullable List<SubmissionView> submissions) {

        static GradientCheckView of(GradientCheck check) {
            var submission = SubmissionView.of(check);
            return new GradientCheckView(submission.verdict(), submission.variables(), null);
        }

        static GradientCheckView of(List<GradientCheck> checks) {
            return new GradientCheckView(
                    null, null, checks.stream().map(SubmissionView::of).toList());
        }
    }

    record SubmissionView(String verdict, Map<String, ClaimView> variables) {

        static SubmissionView of(GradientCheck check) {
            var variables = new LinkedHashMap<String, ClaimView>();
            check.variables().forEach((name, entry) -> variables.put(name, ClaimView.of(entry)));
            return new SubmissionView(check.verdict().name().toLowerCase(Locale.ROOT), variables);
        }
    }

    /// @param maxError the largest |claimed − actual| / max(1, |claimed|, |actual|)
    record ClaimView(
            String verdict,
            double maxError,
            int pointsTried,
            @Nullable CounterexampleView counterexample) {

        static ClaimView of(GradientCheck.Entry entry) {
            var counterexample = entry.counterexample();
            return new ClaimView(
                    entry.verdict().name().toLowerCase(Locale.ROOT),
                    entry.maxError(),
                    entry.pointsTried(),
                    counterexample == null
                            ? null
                            : new CounterexampleView(
                                    counterexample.at(), counterexample.claimed(), counterexample.actual()));
        }
    }

    record CounterexampleView(Map<String, Double> at, double claimed, double actual) {}
}
