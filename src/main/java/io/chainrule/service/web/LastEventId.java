package io.chainrule.service.web;

import io.chainrule.service.web.problem.Fault;
import io.chainrule.service.web.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The newest event that a client has read, as it says when it comes back to a stream.
final class LastEventId {

    static final String HEADER = "Last-Event-ID";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private LastEventId() {}

    /// Empty if the client does not come back.
    static OptionalLong of(HttpServletRequest request) {
        var text = request.getHeader(HEADER);
        if (text == null) {
            return OptionalLong.empty();
        }
        if (!NUMBER.matcher(text).matches()) {
            throw RefusedException.parameters(
                    List.of(Fault.of(HEADER, HEADER + " is the number of an event but got \"" + text + "\"")));
        }
        return OptionalLong.of(Long.parseLong(text));
    }
}
