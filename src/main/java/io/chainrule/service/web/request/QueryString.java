package io.chainrule.service.web.request;

import io.chainrule.service.web.problem.Fault;
import io.chainrule.service.web.problem.RefusedException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The part of an address behind the question mark, taken apart.
final class QueryString {

    private QueryString() {}

    static Map<String, String> parse(@Nullable String query) {
        var parameters = new LinkedHashMap<String, String>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        for (var pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            var parts = pair.split("=", 2);
            var name = decode(parts[0]);
            if (parameters.put(name, parts.length == 1 ? "" : decode(parts[1])) != null) {
                throw refused(name, "Parameter \"" + name + "\" is given twice");
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw refused(text, "\"" + text + "\" is not percent-encoded correctly");
        }
    }

    private static RefusedException refused(String parameter, String detail) {
        return RefusedException.parameters(List.of(Fault.of(parameter, detail)));
    }
}
