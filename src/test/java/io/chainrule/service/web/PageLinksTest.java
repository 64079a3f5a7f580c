package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PageLinksTest {

    private record Page(@Nullable String nextPageToken) implements PageView {}

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    private static @Nullable String link(String query, @Nullable String token) {
        var request = new MockHttpServletRequest("GET", "/v1/training-jobs");
        request.setQueryString(query);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return PageLinks.answer(new Page(token)).getHeaders().getFirst(HttpHeaders.LINK);
    }

    @Test
    void nextPageHasTheSameAddressButForItsToken() {
        assertThat(link("state=queued&pageToken=a", "b"))
                .isEqualTo("</v1/training-jobs?state=queued&pageToken=b>; rel=\"next\"");
        assertThat(link("state=queued", null)).isNull();
    }

    /// A header that is too long would make a mistake of the service out of an answer.
    @Test
    void linkThatWouldFillAllHeadersIsLeftOut() {
        assertThat(link("tag.a=" + "b".repeat(4000), "b")).isNotNull();
        assertThat(link("tag.a=" + "b".repeat(7000), "b")).isNull();
    }
}
