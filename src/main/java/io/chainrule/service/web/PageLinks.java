package io.chainrule.service.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// Lets the page of a list point to the next one, with the same filters.
final class PageLinks {

    /// Headers may have 8 KiB together; of an address that takes most of that, only the token is told.
    private static final int LONGEST = 4096;

    private PageLinks() {}

    static <T extends PageView> ResponseEntity<T> answer(T page) {
        var answer = ResponseEntity.ok();
        var link = next(page.nextPageToken());
        return (link == null ? answer : answer.header(HttpHeaders.LINK, link)).body(page);
    }

    /// Null if there is no next page, or its address is too long.
    static @Nullable String next(@Nullable String token) {
        if (token == null) {
            return null;
        }
        var uri = ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("pageToken", UriUtils.encode(token, StandardCharsets.UTF_8))
                .build(true)
                .toUriString();
        return uri.length() > LONGEST ? null : "<" + uri + ">; rel=\"next\"";
    }
}
