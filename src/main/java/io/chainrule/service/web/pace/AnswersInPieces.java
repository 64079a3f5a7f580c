package io.chainrule.service.web.pace;

import io.chainrule.service.web.answer.ForwardedResponse;
import io.chainrule.service.web.request.RequestLoan;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets Tomcat count the bytes of a long answer while they go: of one that is written at once it would know nothing
/// before the end, and whoever reads it would seem to take none. However slowly that goes, it needs no memory that the
/// question took.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class AnswersInPieces extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new AnswerInPieces(response));
    }

    private static final class AnswerInPieces extends ForwardedResponse {

        AnswerInPieces(HttpServletResponse response) {
            super(response);
        }

        @Override
        protected ServletOutputStream through(ServletOutputStream body) {
            RequestLoan.current().ifPresent(RequestLoan::keepForAnswer);
            return new Pieces(body);
        }
    }
}
