package io.chainrule.learning.evaluation;

import io.chainrule.engine.expression.NearestName;
import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Column;
import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.NumberText;
import io.chainrule.learning.dataset.Table;
import io.chainrule.learning.model.FeatureProfile;
import io.chainrule.learning.model.FeatureProfile.Categories;
import io.chainrule.learning.model.FeatureProfile.Numbers;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The points of a grid over two features of a model, with a value for each of the others.
///
/// @param fixed a `Double` or a category
record Plane(Model model, Axis x, Axis y, SequencedMap<String, Object> fixed) {

    static Plane of(Model model, GridSpec spec) {
        if (spec.x() != null && spec.x().equals(spec.y())) {
            throw new InvalidSpecException("/y", "x and y must be different features, but both are " + spec.x());
        }
        var x = axisFeature(model, "x", spec.x(), spec.y());
        var y = axisFeature(model, "y", spec.y(), x.name());
        checkFixed(model, spec, List.of(x.name(), y.name()));
        var fixed = new LinkedHashMap<String, Object>();
        for (var feature : model.features()) {
            if (!feature.equals(x) && !feature.equals(y)) {
                fixed.put(feature.name(), fixed(feature, spec.fixed().get(feature.name())));
            }
        }
        return new Plane(
                model,
                axis("x", x, spec.xMin(), spec.xMax(), spec.columns()),
                axis("y", y, spec.yMin(), spec.yMax(), spec.rows()),
                fixed);
    }

    /// The encoded points, row by row. Every number is encoded once, by the encoding that predictions use.
    EncodedPoints points() {
        var alongX = encoded(x.count(), x::at, _ -> y.at(0));
        var alongY = encoded(y.count(), _ -> x.at(0), y::at);
        return new EncodedPoints(alongX, alongY, model.encoding().offset(y.feature()));
    }

    private Matrix encoded(int count, IntToDoubleFunction xAt, IntToDoubleFunction yAt) {
        var columns = model.features().stream()
                .map(feature -> column(feature, count, xAt, yAt))
                .toList();
        var table = new Table(columns);
        return model.encoding().encode(table, table.allRows());
    }

    private Column column(FeatureProfile feature, int count, IntToDoubleFunction xAt, IntToDoubleFunction yAt) {
        var name = feature.name();
        if (name.equals(x.feature())) {
            return numbers(name, count, xAt);
        }
        if (name.equals(y.feature())) {
            return numbers(name, count, yAt);
        }
        return switch (fixed.get(name)) {
            case Double number -> numbers(name, count, _ -> number);
            case String category -> new CategoryColumn(name, List.of(category), new int[count]);
            case null, default -> throw new IllegalStateException(name + " is neither an axis nor fixed");
        };
    }

    private static NumberColumn numbers(String name, int count, IntToDoubleFunction at) {
        return new NumberColumn(name, IntStream.range(0, count).mapToDouble(at).toArray());
    }

    private static Numbers axisFeature(Model model, String axis, @Nullable String asked, @Nullable String taken) {
        var pointer = Violation.pointer(axis);
        if (asked == null) {
            return model.features().stream()
                    .filter(feature ->
                            feature instanceof Numbers && !feature.name().equals(taken))
                    .map(Numbers.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new InvalidSpecException(
                            pointer, "A decision boundary needs two features of numbers, but there are too few"));
        }
        return switch (feature(model, pointer, asked)) {
            case Numbers numbers -> numbers;
            case Categories _ ->
                throw new InvalidSpecException(
                        pointer, "%s must be a feature of numbers, but %s holds categories".formatted(axis, asked));
        };
    }

    private static FeatureProfile feature(Model model, String pointer, String name) {
        return model.features().stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    var names = model.encoding().featureNames();
                    var hint = NearestName.of(name, names).map("; did you mean %s?"::formatted);
                    return new InvalidSpecException(pointer, "The model has no feature " + name + hint.orElse(""));
                });
    }

    /// The data's range and a tenth of it on each side, unless other ends were asked for.
    private static Axis axis(String axis, Numbers feature, @Nullable Double min, @Nullable Double max, int count) {
        double range = feature.max() - feature.min();
        double margin = range > 0 ? 0.1 * range : 1;
        double from = min == null ? feature.min() - margin : min;
        double to = max == null ? feature.max() + margin : max;
        if (!(from < to) || !Double.isFinite(to - from)) {
            var rule = from < to ? "%1$sMin and %1$sMax must be closer together" : "%1$sMin must be below %1$sMax";
            throw new InvalidSpecException(
                    "/" + axis + (max == null ? "Min" : "Max"),
                    (rule + ", but they are %2$s and %3$s").formatted(axis, from, to));
        }
        return new Axis(feature.name(), from, to, count);
    }

    private static void checkFixed(Model model, GridSpec spec, List<String> axes) {
        for (var name : spec.fixed().keySet().stream().sorted().toList()) {
            var pointer = Violation.pointer("fixed", name);
            feature(model, pointer, name);
            if (axes.contains(name)) {
                throw new InvalidSpecException(pointer, name + " is an axis and cannot be fixed too");
            }
        }
    }

    private static Object fixed(FeatureProfile feature, @Nullable String asked) {
        var pointer = Violation.pointer("fixed", feature.name());
        return switch (feature) {
            case Numbers numbers when asked == null -> numbers.median();
            case Numbers _ ->
                NumberText.parse(asked)
                        .orElseThrow(() -> new InvalidSpecException(
                                pointer, "%s must be a number but is %s".formatted(feature.name(), asked)));
            case Categories categories when asked == null -> categories.mode();
            case Categories categories when categories.categories().contains(asked) -> asked;
            case Categories categories ->
                throw new InvalidSpecException(
                        pointer,
                        "%s must be one of %s but is %s"
                                .formatted(feature.name(), String.join(", ", categories.categories()), asked));
        };
    }
}
