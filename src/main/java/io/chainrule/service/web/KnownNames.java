package io.chainrule.service.web;

import io.chainrule.engine.expression.NearestName;
import io.chainrule.learning.specification.Alternative;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Query parameters that take one of some names: an unknown one would find nothing, and nobody would know why.
final class KnownNames {

    private KnownNames() {}

    /// @throws InvalidSpecException if there is a name that is not one of these
    static void require(String parameter, @Nullable String name, Collection<String> known) {
        if (name != null && !known.contains(name)) {
            var hint = NearestName.of(name, known).map("; did you mean %s?"::formatted);
            throw new InvalidSpecException(
                    Violation.pointer(parameter),
                    "%s is one of %s%s".formatted(parameter, String.join(", ", known), hint.orElse("")));
        }
    }

    /// The names of an enum or of a sealed interface of records.
    static List<String> of(Class<?> sealedOrEnum) {
        return Settings.choices(sealedOrEnum).stream().map(Alternative::name).toList();
    }
}
