package io.chainrule.service.web.request;

import io.chainrule.service.json.Bounds;
import io.chainrule.service.json.SpecReader;
import io.chainrule.service.web.problem.Problem;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.problem.RefusedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON body of a request into a record by the settings that its components declare.
@Component
class JsonBodies extends AbstractHttpMessageConverter<Record> {

    private final JsonMapper json;
    private final Bounds bounds;

    JsonBodies(JsonMapper json, Bounds bounds) {
        super(MediaType.APPLICATION_JSON);
        this.json = json;
        this.bounds = bounds;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord();
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Record readInternal(Class<? extends Record> type, HttpInputMessage message) throws IOException {
        var body = message.getBody().readAllBytes();
        RequestLoan.current()
                .ifPresent(loan -> loan.take(Demand.ofTree(body) - (long) Demand.PER_BYTE * body.length / 2));
        return SpecReader.read(tree(body), type, bounds);
    }

    private JsonNode tree(byte[] body) {
        try {
            var tree = json.readTree(body);
            if (tree.isMissingNode()) {
                throw malformed("The body is empty; expected a JSON object");
            }
            return tree;
        } catch (JacksonException exception) {
            throw malformed(exception);
        }
    }

    private static RefusedException malformed(JacksonException exception) {
        var location = exception.getLocation();
        var reason = readable(exception.getOriginalMessage());
        return location == null || location.getLineNr() < 1
                ? malformed(reason)
                : new RefusedException(Problem.of(
                                ProblemCode.MALFORMED_JSON,
                                "Line %d, column %d: %s"
                                        .formatted(location.getLineNr(), location.getColumnNr(), reason))
                        .with("line", location.getLineNr())
                        .with("column", location.getColumnNr()));
    }

    private static RefusedException malformed(String detail) {
        return new RefusedException(Problem.of(ProblemCode.MALFORMED_JSON, detail));
    }

    /// The parser's own words without the names of its Java classes, methods and features.
    private static String readable(String message) {
        if (message.startsWith("Trailing token")) {
            return "more follows after the end of the JSON value";
        }
        return message.lines()
                .findFirst()
                .orElse("not JSON")
                .replaceAll(" \\(start marker at .*", "")
                .replaceAll(" \\([^()]*(`|Feature)[^()]*(\\(\\)`)?[^()]*\\)", "")
                .replaceAll(": enable `[^`]*` to allow", " is not JSON")
                .replaceAll("(,? from)? `[A-Za-z.]+\\(\\)`", "");
    }

    @Override
    protected void writeInternal(Record body, HttpOutputMessage message) {
        throw new UnsupportedOperationException("Answers are written by Jackson");
    }
}
