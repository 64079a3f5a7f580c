package io.chainrule.service.web.polling;

import io.chainrule.service.web.request.RequestLoan;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    /// Here the answer is whole, so that its bytes are all that is needed from now on, however slowly they are read.
    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        RequestLoan.current().ifPresent(loan -> loan.keepOnly(size(body)));
        return !response.isCommitted() && status == OK;
    }

    /// Of what is in memory.
    private static int size(InputStream body) {
        try {
            return body.available();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    protected String generateETagHeaderValue(InputStream body, boolean isWeak) throws IOException {
        return EntityTag.of(body.readAllBytes());
    }

    private static boolean isRead(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }
}
