package io.chainrule.service.web.fuzz;

import io.chainrule.service.web.ApiDocument.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request to be sent.
///
/// @param about the operation it was made for; a wrong method makes it another one, or none
/// @param path encoded, without the query
/// @param query encoded, empty if there is none
/// @param isAllowed whether the document allows its JSON body; true for all others
record Question(
        Operation about,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        byte @Nullable [] body,
        boolean isAllowed) {

    /// Whether it asks for something new to be stored.
    boolean isCreating() {
        return method.equals("POST") && about.id().startsWith("create");
    }

    /// The body as text, empty if there is none.
    String text() {
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    /// Everything in which an id may stand.
    String asked() {
        return path + " " + query + " " + text();
    }

    /// The same about another id.
    Question with(String id, String other) {
        return new Question(
                about,
                method,
                path.replace(id, other),
                query.replace(id, other),
                headers,
                body == null ? null : replaced(body, id, other),
                isAllowed);
    }

    /// Byte by byte, as the body need not be text.
    private static byte[] replaced(byte[] body, String id, String other) {
        var octets = new String(body, StandardCharsets.ISO_8859_1).replace(id, other);
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return method + " " + shortened(path + (query.isEmpty() ? "" : "?" + query), 400) + " "
                + shortened(headers.toString(), 300) + " " + shortened(text(), 700);
    }

    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "… (" + text.length() + " characters)";
    }
}
