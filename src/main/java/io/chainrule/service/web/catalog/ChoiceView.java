package io.chainrule.service.web.catalog;

import io.chainrule.learning.specification.Alternative;
import io.chainrule.learning.specification.Maxima;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// One member of a closed choice, and what can be set of it.
///
/// @param type what a request writes
public record ChoiceView(String type, String help, List<ParameterView> parameters) {

    /// The members of an enum or of a sealed interface of records, in their order.
    public static List<ChoiceView> of(Class<?> sealedOrEnum, Maxima maxima) {
        return Settings.choices(sealedOrEnum).stream()
                .map(choice -> of(choice, maxima))
                .toList();
    }

    private static ChoiceView of(Alternative choice, Maxima maxima) {
        return new ChoiceView(
                choice.name(),
                choice.help(),
                choice.meaning() instanceof Class<?> record ? ParameterView.of(record, maxima) : List.of());
    }
}
