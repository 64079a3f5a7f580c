package io.chainrule.service.web.access;

import io.chainrule.service.access.ApiKeys;
import io.chainrule.service.access.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Binds whoever has the key of a request while it is answered, and tells the rules who it is. Of a request without a
/// valid key nobody is bound, so that even behind an open door nothing that is stored can be read.
final class CallerFilter extends OncePerRequestFilter {

    private final ApiKeys keys;
    private final Rates rates;
    private final HandlerExceptionResolver problems;

    CallerFilter(ApiKeys keys, Rates rates, HandlerExceptionResolver problems) {
        this.keys = keys;
        this.rates = rates;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var found = keys.callerWith(BearerKey.of(request)).orElse(null);
        if (found == null) {
            chain.doFilter(request, response);
            return;
        }
        if (found instanceof Caller.Holder holder) {
            var permit = rates.take(holder);
            permit.tell(rates.quotas(), response);
            if (!permit.isGranted()) {
                problems.resolveException(request, response, null, Refusals.tooMany(holder));
                return;
            }
            var authorities = AuthorityUtils.createAuthorityList(holder.role().name());
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new PreAuthenticatedAuthenticationToken(holder.owner(), "", authorities));
            SecurityContextHolder.setContext(context);
        }
        try {
            found.call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException thrown) {
            throw thrown;
        } catch (Exception impossible) {
            throw new IllegalStateException("Filters throw nothing else", impossible);
        }
    }
}
