package io.chainrule.service.web;

import io.chainrule.service.web.problem.Problem;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.problem.RefusedException;
import io.chainrule.service.web.request.Representations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/// The pages that the `type` of every problem points to.
@RestController
@Tag(name = "Service")
class ProblemPageController {

    private static final Representations REPRESENTATIONS =
            Representations.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML);

    @Operation(
            operationId = "explainProblem",
            summary = "Explain a problem code",
            description = "What the code means, what usually causes it, and what to do; HTML for browsers.")
    @ApiResponse(
            responseCode = "200",
            description = "The explanation",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ProblemPage.class)),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/problems/{code}",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE})
    ResponseEntity<?> explain(
            @Parameter(example = "invalid-spec") @PathVariable String code, HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var known = ProblemCode.of(code)
                .orElseThrow(() ->
                        new RefusedException(Problem.of(ProblemCode.NOT_FOUND, "There is no problem of this code")));
        var chosen = REPRESENTATIONS.choose(request);
        var answer = ResponseEntity.ok().contentType(chosen).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return chosen.equals(MediaType.TEXT_HTML) ? answer.body(html(known)) : answer.body(ProblemPage.of(known));
    }

    /// What a problem code means, what usually causes it, and what to do.
    record ProblemPage(
            String code, String type, int status, String title, String meaning, List<String> causes, String fix) {

        static ProblemPage of(ProblemCode code) {
            return new ProblemPage(
                    code.code(), code.type(), code.status(), code.title(), code.meaning(), code.causes(), code.fix());
        }
    }

    private static String html(ProblemCode code) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s</title>
                <link rel="icon" href="/icon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/style.css">
                <main>
                <h1>%2$s</h1>
                <p><code>%1$s</code>, HTTP status %3$d</p>
                <p>%4$s</p>
                <h2>Usual causes</h2>
                <ul>
                %5$s
                </ul>
                <h2>What to do</h2>
                <p>%6$s.</p>
                <p><a href="/swagger-ui.html">All operations</a></p>
                </main>
                </html>
                """.formatted(
                        code.code(),
                        HtmlUtils.htmlEscape(code.title()),
                        code.status(),
                        HtmlUtils.htmlEscape(code.meaning()),
                        code.causes().stream()
                                .map(cause -> "<li>" + HtmlUtils.htmlEscape(cause) + "</li>")
                                .collect(Collectors.joining("\n")),
                        HtmlUtils.htmlEscape(code.fix()));
    }
}
