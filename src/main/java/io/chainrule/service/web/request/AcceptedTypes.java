package io.chainrule.service.web.request;

import java.util.HashMap;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/// What the `Accept` header takes, whatever character set it asks for: all text is answered in UTF-8, and a JSON answer
/// in another one is nothing that anybody could write.
public final class AcceptedTypes extends HeaderContentNegotiationStrategy {

    private static final String CHARSET = "charset";

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        return super.resolveMediaTypes(request).stream()
                .map(AcceptedTypes::withoutCharset)
                .toList();
    }

    private static MediaType withoutCharset(MediaType type) {
        var parameters = new HashMap<>(type.getParameters());
        return parameters.keySet().removeIf(CHARSET::equalsIgnoreCase) ? new MediaType(type, parameters) : type;
    }
}
