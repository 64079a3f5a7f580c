package io.chainrule.service.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chainrule.learning.specification.Violation;
import org.jspecify.annotations.Nullable;

/// One of the things that are wrong with a request, and where.
///
/// @param pointer RFC 6901, of a place in a JSON body
/// @param parameter name of a query parameter
/// @param row of a table, 1 for the first below its heading
/// @param column its name
/// @param value that cannot be used
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable Integer row,
        @Nullable String column,
        @Nullable String value,
        String detail) {

    public static Fault at(Violation violation) {
        return new Fault(violation.pointer(), null, null, null, null, violation.detail());
    }

    static Fault of(io.chainrule.learning.dataset.Problem problem) {
        return new Fault(null, null, problem.row(), problem.column(), problem.value(), problem.reason());
    }

    /// A parameter that names a dataset with this problem.
    static Fault of(String parameter, io.chainrule.learning.dataset.Problem problem) {
        return new Fault(null, parameter, problem.row(), problem.column(), problem.value(), problem.reason());
    }

    public static Fault of(String parameter, String detail) {
        return new Fault(null, parameter, null, null, null, detail);
    }
}
