package io.chainrule.service.json;

import io.chainrule.learning.specification.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A place within the document that is being read, and what was found wrong in all of it. Its pointer is put together
/// only when something is wrong there: most places are fine, and a dataset has millions.
record Place(@Nullable Place parent, Object step, Reading reading) {

    /// What all places of a document share.
    record Reading(Violations found, Bounds bounds) {}

    static Place root(Bounds bounds) {
        return new Place(null, "", new Reading(new Violations(), bounds));
    }

    Place at(Object name) {
        return new Place(this, name, reading);
    }

    Violations found() {
        return reading.found();
    }

    Bounds bounds() {
        return reading.bounds();
    }

    String pointer() {
        return parent == null ? "" : parent.pointer() + Violation.pointer(step);
    }

    /// Returns null, so that a form refuses and ends in one statement.
    @Nullable
    Object refuse(String detail) {
        found().add(new Violation(pointer(), detail));
        return null;
    }

    @Nullable
    Object refuse(String expected, JsonNode actual) {
        return refuse("Expected " + expected + " but got " + Shown.of(actual));
    }

    /// Takes over what a record says about its own components.
    @Nullable
    Object refuse(List<Violation> violations) {
        var prefix = pointer();
        violations.forEach(violation -> found().add(violation.under(prefix)));
        return null;
    }
}
