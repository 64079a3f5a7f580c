package io.chainrule.service.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// Lets the page of a list point to the next one, with the same filters.
final class PageLinks {

    private PageLinks() {}

    static <T extends PageView> ResponseEntity<T> answer(T page) {
        var answer = ResponseEntity.ok();
        var nextToken = page.nextPageToken();
        return (nextToken == null ? answer : answer.header(HttpHeaders.LINK, next(nextToken))).body(page);
    }

    static String next(String token) {
        var uri = ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("pageToken", UriUtils.encode(token, StandardCharsets.UTF_8))
                .build(true)
                .toUriString();
        return "<" + uri + ">; rel=\"next\"";
    }
}
