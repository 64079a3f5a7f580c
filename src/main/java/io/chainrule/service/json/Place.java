package io.chainrule.service.json;

import io.chainrule.learning.specification.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A place within the document that is being read, and what was found wrong in all of it.
record Place(String pointer, Violations found) {

    static Place root() {
        return new Place("", new Violations());
    }

    Place at(Object step) {
        return new Place(pointer + Violation.pointer(step), found);
    }

    /// Returns null, so that a form refuses and ends in one statement.
    @Nullable
    Object refuse(String detail) {
        found.add(new Violation(pointer, detail));
        return null;
    }

    @Nullable
    Object refuse(String expected, JsonNode actual) {
        return refuse("Expected " + expected + " but got " + Shown.of(actual));
    }

    /// Takes over what a record says about its own components.
    @Nullable
    Object refuse(List<Violation> violations) {
        violations.forEach(violation -> found.add(violation.under(pointer)));
        return null;
    }
}
