package io.chainrule.service.web.polling;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/// Tags whatever is read, and answers 304 to those who have it already. Streams tell that they do not want to be kept
/// back for that.
@Component
class EntityTags extends ShallowEtagHeaderFilter {

    private static final int OK = 200;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isRead(request) || !request.getRequestURI().matches("/(v1|problems)(/.*)?");
    }

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        return !response.isCommitted() && status == OK;
    }

    @Override
    protected String generateETagHeaderValue(InputStream body, boolean isWeak) throws IOException {
        return EntityTag.of(body.readAllBytes());
    }

    private static boolean isRead(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }
}
