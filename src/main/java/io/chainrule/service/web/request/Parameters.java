package io.chainrule.service.web.request;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.web.problem.Fault;
import io.chainrule.service.web.problem.RefusedException;

/// Blames query parameters for what is wrong with the record they were read into.
public final class Parameters {

    /// What may find something wrong with the parameters.
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        T get() throws X;
    }

    private Parameters() {}

    /// The result, or a refusal that names parameters instead of places in a body.
    public static <T, X extends Exception> T checking(Work<T, X> work) throws X {
        try {
            return work.get();
        } catch (InvalidSpecException invalid) {
            throw RefusedException.parameters(
                    invalid.violations().stream().map(Parameters::fault).toList());
        }
    }

    /// A pointer `/tag/owner` is the parameter `tag.owner`.
    private static Fault fault(Violation violation) {
        var name = violation
                .pointer()
                .replaceFirst("^/", "")
                .replace("/", ".")
                .replace("~1", "/")
                .replace("~0", "~");
        return Fault.of(name, violation.detail());
    }
}
