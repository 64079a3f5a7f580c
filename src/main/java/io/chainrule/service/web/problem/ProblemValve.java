package io.chainrule.service.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// What Tomcat refuses before any of the application runs, a malformed request line for example, as a problem
/// instead of its HTML page.
public final class ProblemValve extends ErrorReportValve {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            var body = JSON.writeValueAsBytes(FrameworkProblems.ofStatus(status, "this address"));
            if (response.getHeader(RequestId.HEADER) == null) {
                response.setHeader(RequestId.HEADER, RequestId.of(request.getHeader(RequestId.HEADER)));
            }
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("The client has gone", gone);
        }
    }
}
