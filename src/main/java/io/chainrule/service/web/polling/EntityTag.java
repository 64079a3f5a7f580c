package io.chainrule.service.web.polling;

import io.chainrule.service.job.repetition.Digest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.springframework.http.HttpHeaders;

/// The strong entity tag of an answer: equal bytes have equal tags, others have others.
final class EntityTag {

    private static final int DIGITS = 32;

    private EntityTag() {}

    /// In quotes, as it stands in headers.
    static String of(byte[] body) {
        return "\"" + new Digest().add(body).hex().substring(0, DIGITS) + "\"";
    }

    /// Whether the client says which answers it has.
    static boolean isAskedFor(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.IF_NONE_MATCH) != null;
    }

    /// Whether the client says that it has the answer of this tag.
    static boolean isKnown(String tag, HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                .anyMatch(known -> known.contains(tag) || known.strip().equals("*"));
    }
}
