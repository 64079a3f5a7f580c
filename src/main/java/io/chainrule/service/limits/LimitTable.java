package io.chainrule.service.limits;

import io.chainrule.learning.specification.Parameter;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Wording;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/// Reads the rows of [LimitSettings], and holds each value against what its row says.
final class LimitTable {

    private static final String PREFIX = "chainrule.limits.";

    private LimitTable() {}

    /// In the order in which they are declared.
    ///
    /// @throws InvalidLimitException if a value is not what its row allows
    static List<Limit> of(LimitSettings settings) {
        var limits = new ArrayList<Limit>();
        for (var group : LimitSettings.class.getRecordComponents()) {
            var values = (Record) value(group, settings);
            var rows = values.getClass().getRecordComponents();
            var parameters = Settings.of(values.getClass());
            for (int i = 0; i < rows.length; i++) {
                limits.add(limit(group.getName(), parameters.get(i), (Number) value(rows[i], values)));
            }
        }
        return List.copyOf(limits);
    }

    private static Limit limit(String group, Parameter row, Number value) {
        if (!row.range().contains(value.doubleValue())) {
            throw new InvalidLimitException("%s%s.%s must be %s but is %s (%s)"
                    .formatted(
                            PREFIX,
                            Wording.kebabCase(group),
                            Wording.kebabCase(row.name()),
                            row.range().inWords(),
                            value,
                            row.help()));
        }
        return new Limit(group + "." + row.name(), value.longValue(), row.help());
    }

    private static Object value(RecordComponent component, Record owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
