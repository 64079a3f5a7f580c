package io.chainrule.service.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/// What one address can be answered as. The first is answered to whoever takes anything.
public record Representations(List<MediaType> offered) {

    public static Representations of(MediaType... offered) {
        return new Representations(List.of(offered));
    }

    /// The representation that the `Accept` header prefers.
    public MediaType choose(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        return accepted(request).stream()
                .flatMap(accepted -> matching(accepted).stream())
                .findFirst()
                .orElseThrow(() -> new HttpMediaTypeNotAcceptableException(offered));
    }

    private Optional<MediaType> matching(MediaType accepted) {
        return offered.stream().filter(accepted::includes).findFirst();
    }

    private static List<MediaType> accepted(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        try {
            var types = new ArrayList<MediaType>();
            for (var header : Collections.list(request.getHeaders(HttpHeaders.ACCEPT))) {
                types.addAll(MediaType.parseMediaTypes(header));
            }
            types.removeIf(type -> type.getQualityValue() == 0);
            MimeTypeUtils.sortBySpecificity(types);
            types.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
            return types.isEmpty() ? List.of(MediaType.ALL) : types;
        } catch (InvalidMediaTypeException unreadable) {
            throw new HttpMediaTypeNotAcceptableException(
                    "Could not parse the Accept header: " + unreadable.getMessage());
        }
    }
}
