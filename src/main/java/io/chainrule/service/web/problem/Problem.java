package io.chainrule.service.web.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// An RFC 9457 problem: what went wrong with a request, and what to do next.
///
/// @param status usually the code's; only a container may have answered another one
/// @param more members of this occurrence, `position` or `limitBytes` for example
/// @param errorId finds the occurrence in the log
public record Problem(
        ProblemCode code,
        int status,
        String detail,
        String fix,
        List<Fault> errors,
        Map<String, Object> more,
        String errorId) {

    private static final String RETRY_AFTER_SECONDS = "1";

    public static Problem of(ProblemCode code, String detail) {
        var errorId = UUID.randomUUID().toString();
        return new Problem(code, code.status(), detail, code.fix(), List.of(), Map.of(), errorId);
    }

    public Problem withStatus(int status) {
        return new Problem(code, status, detail, fix, errors, more, errorId);
    }

    public Problem withFix(String fix) {
        return new Problem(code, status, detail, fix, errors, more, errorId);
    }

    public Problem withErrors(List<Fault> errors) {
        return new Problem(code, status, detail, fix, List.copyOf(errors), more, errorId);
    }

    public Problem with(String member, Object value) {
        var members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new Problem(code, status, detail, fix, errors, members, errorId);
    }

    /// As it is written: the members of RFC 9457 first.
    @JsonValue
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", code.type());
        members.put("title", code.title());
        members.put("status", status);
        members.put("detail", detail);
        members.put("code", code.code());
        members.put("fix", fix);
        if (!errors.isEmpty()) {
            members.put("errors", errors);
        }
        members.putAll(more);
        members.put("errorId", errorId);
        return members;
    }

    ResponseEntity<Problem> answer(HttpHeaders headers) {
        var answer = ResponseEntity.status(status).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return (code.isTransient() ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS) : answer).body(this);
    }
}
