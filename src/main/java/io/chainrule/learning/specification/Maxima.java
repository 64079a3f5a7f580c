package io.chainrule.learning.specification;

import java.util.Map;

/// The greatest values that may be asked for, by the names that `@Setting` gives them, `model.width` for example.
public record Maxima(Map<String, Long> byName) {

    /// For what is kept or bundled already: only what can be borne at all bounds it.
    public static final Maxima NONE = new Maxima(Map.of());

    public Maxima {
        byName = Map.copyOf(byName);
    }

    /// The least of what is allowed and what can be borne.
    ///
    /// @param bearable what bounds it anyway
    public long of(String name, long bearable) {
        return Math.min(bearable, byName.getOrDefault(name, bearable));
    }
}
