package io.chainrule.service.web.request;

import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.service.web.problem.BodyTooLarge;
import io.chainrule.service.web.problem.RefusedException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Lets no controller read more of a body than its address allows, whatever the headers say of its length, and no
/// request begin for which there is no memory.
@Component
@Order(LimitedBodies.ORDER)
public class LimitedBodies extends OncePerRequestFilter {

    /// Comes before all filters that read bodies.
    public static final int ORDER = 0;

    private final BodyLimits limits;
    private final RequestMemory memory;
    private final HandlerExceptionResolver problems;

    LimitedBodies(
            BodyLimits limits,
            RequestMemory memory,
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.limits = limits;
        this.memory = memory;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = Math.min(limits.bytes(request.getRequestURI()), memory.largestBody());
        request.setAttribute(BodyTooLarge.LIMIT, limit);
        try (var loan = memory.lend()) {
            loan.bindTo(request);
            try {
                loan.take(Demand.ofWork(request.getRequestURI()) + ofForm(request, limit));
            } catch (RefusedException | BudgetExceededException refused) {
                problems.resolveException(request, response, null, refused);
                return;
            }
            chain.doFilter(new LimitedRequest(request, limit, loan), response);
        }
    }

    /// The container reads forms, past the stream that counts.
    private static long ofForm(HttpServletRequest request, long limit) {
        var type = request.getContentType();
        if (type == null || !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            return 0;
        }
        long length = request.getContentLengthLong();
        return Demand.PER_BYTE * (length < 0 ? limit : Math.min(length, limit));
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long limit;
        private final RequestLoan loan;
        private @Nullable ServletInputStream body;

        LimitedRequest(HttpServletRequest request, long limit, RequestLoan loan) {
            super(request);
            this.limit = limit;
            this.loan = loan;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > limit) {
                throw BodyTooLarge.beyond(limit);
            }
            if (body == null) {
                body = new LimitedStream(super.getInputStream(), limit, loan);
            }
            return body;
        }
    }
}
