package io.chainrule.learning.specification;

import java.util.List;
import java.util.stream.Collectors;

/// A specification that cannot be accepted, with everything that is wrong with it.
public final class InvalidSpecException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    public InvalidSpecException(List<Violation> violations) {
        super(violations.stream().map(Violation::detail).collect(Collectors.joining("; ")));
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("A refusal needs a reason");
        }
        this.violations = List.copyOf(violations);
    }

    public InvalidSpecException(String pointer, String detail) {
        this(List.of(new Violation(pointer, detail)));
    }

    public List<Violation> violations() {
        return violations;
    }

    /// The same, seen from an object that holds the refused one under `prefix`.
    public InvalidSpecException under(String prefix) {
        return new InvalidSpecException(
                violations.stream().map(violation -> violation.under(prefix)).toList());
    }
}
