package io.chainrule.learning.dataset;

import io.chainrule.engine.expression.NearestName;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Encodes examples in raw units, one after the other, and collects what stands against it.
final class RowEncoder {

    static final String NO_SUBSTITUTE = "is missing, and the model has nothing to stand in for it";

    private static final int MOST = 20;

    private final List<FeatureEncoding> features;
    private final Matrix matrix;
    private final List<Violation> violations = new ArrayList<>();

    RowEncoder(List<FeatureEncoding> features, Matrix matrix) {
        this.features = features;
        this.matrix = matrix;
    }

    void encode(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        int at = 0;
        for (int i = 0; i < rows.size() && violations.size() < MOST; i++) {
            for (var feature : features) {
                var value = rows.get(i).get(feature.name());
                var refusal = switch (feature) {
                    case FeatureEncoding.Numeric numeric -> number(numeric, value, at);
                    case FeatureEncoding.OneHot oneHot -> category(oneHot, value, at);
                };
                if (refusal != null && violations.size() < MOST) {
                    violations.add(new Violation(
                            Violation.pointer(i, feature.name()),
                            feature.name() + " " + refusal + (value == null ? hint(feature, rows.get(i)) : "")));
                }
                at += feature.width();
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(violations);
        }
    }

    static String unseen(FeatureEncoding.OneHot feature) {
        var known = feature.categories();
        return "is none of the categories the model knows: "
                + (known.size() <= 10 ? String.join(", ", known) : String.join(", ", known.subList(0, 10)) + ", …");
    }

    private @Nullable String number(FeatureEncoding.Numeric feature, @Nullable Object value, int at) {
        if (value != null && !(value instanceof Number) && !(value instanceof String text && Texts.isMissing(text))) {
            return "must be a number but is " + shown(value);
        }
        var number = value instanceof Number given && !Double.isNaN(given.doubleValue())
                ? (Double) given.doubleValue()
                : feature.substitute();
        if (number == null) {
            return NO_SUBSTITUTE;
        }
        if (Double.isInfinite(number)) {
            return "must be a finite number";
        }
        matrix.values()[at] = feature.encode(number);
        return null;
    }

    private @Nullable String category(FeatureEncoding.OneHot feature, @Nullable Object value, int at) {
        if (!(value == null || value instanceof String || value instanceof Number || value instanceof Boolean)) {
            return "must be a text but is " + shown(value);
        }
        var given = value instanceof Number number
                ? NumberText.of(number.doubleValue())
                : value == null ? "" : value.toString();
        var text = Texts.isMissing(given) ? feature.substitute() : given;
        if (text == null) {
            return NO_SUBSTITUTE;
        }
        int position = feature.categories().indexOf(text);
        if (position < 0) {
            return "is \"" + shown(text) + "\", which " + unseen(feature);
        }
        matrix.values()[at + position] = 1;
        return null;
    }

    private static String shown(Object value) {
        var text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private String hint(FeatureEncoding feature, Map<String, ? extends @Nullable Object> row) {
        return hint(feature, features, row.keySet());
    }

    /// What the missing feature may have been called by mistake: no name that is right as it stands.
    static String hint(FeatureEncoding missing, List<FeatureEncoding> features, Collection<String> given) {
        var known = features.stream().map(FeatureEncoding::name).collect(Collectors.toSet());
        return Assembly.hint(NearestName.of(
                missing.name(),
                given.stream().filter(name -> !known.contains(name)).sorted().toList()));
    }
}
