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
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
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
                loan.take(Demand.ofWork(request.getRequestURI()));
            } catch (RefusedException | BudgetExceededException refused) {
                problems.resolveException(request, response, null, refused);
                return;
            }
            chain.doFilter(new LimitedRequest(request, limit, loan), response);
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long limit;
        private final RequestLoan loan;
        private @Nullable ServletInputStream body;
        private boolean hasPaidForForm;

        LimitedRequest(HttpServletRequest request, long limit, RequestLoan loan) {
            super(request);
            this.limit = limit;
            this.loan = loan;
        }

        /// The container keeps a form in files until somebody wants to know what it says.
        @Override
        public Collection<Part> getParts() throws IOException, ServletException {
            requireWithinLimit(getContentLengthLong());
            var parts = super.getParts();
            if (!hasPaidForForm) {
                long bytes = parts.stream().mapToLong(Part::getSize).sum();
                requireWithinLimit(bytes);
                loan.take(Demand.PER_BYTE * bytes);
                hasPaidForForm = true;
            }
            return parts;
        }

        private void requireWithinLimit(long bytes) {
            if (bytes > limit) {
                throw BodyTooLarge.beyond(limit);
            }
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            requireWithinLimit(getContentLengthLong());
            if (body == null) {
                body = new LimitedStream(super.getInputStream(), limit, loan);
            }
            return body;
        }
    }
}
