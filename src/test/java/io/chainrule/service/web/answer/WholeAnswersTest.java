package io.chainrule.service.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WholeAnswersTest {

    @Test
    void flushedAnswerIsNotSentBeforeItsEnd() throws IOException, ServletException {
        var response = answered("application/json");

        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getContentAsString()).isEqualTo("written");
    }

    @Test
    void eventsAreSentAsTheyCome() throws IOException, ServletException {
        assertThat(answered("text/event-stream;charset=UTF-8").isCommitted()).isTrue();
    }

    @Test
    void eventsAreSentWhoeverFlushesThem() throws IOException, ServletException {
        var response = new MockHttpServletResponse();
        filtered(response, "text/event-stream", HttpServletResponse::flushBuffer);

        assertThat(response.isCommitted()).isTrue();
    }

    @FunctionalInterface
    private interface Writing {
        void to(HttpServletResponse response) throws IOException;
    }

    private static MockHttpServletResponse answered(String type) throws IOException, ServletException {
        var response = new MockHttpServletResponse();
        filtered(response, type, answer -> {
            answer.getOutputStream().write("written".getBytes(StandardCharsets.UTF_8));
            answer.getOutputStream().flush();
            answer.flushBuffer();
        });
        return response;
    }

    private static void filtered(MockHttpServletResponse response, String type, Writing writing)
            throws IOException, ServletException {
        new WholeAnswers().doFilter(new MockHttpServletRequest(), response, (_, answer) -> {
            answer.setContentType(type);
            writing.to((HttpServletResponse) answer);
        });
    }
}
