package io.chainrule.learning.training;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How much each class counts in the loss. Weights matter by their ratios: they are scaled so that the training
/// examples count 1 on average.
public sealed interface ClassWeights {

    @Choice(value = "balanced", help = "Every class counts the same, however few examples it has")
    record Balanced() implements ClassWeights {}

    /// By label; classes that are left out count 1.
    @Choice(value = "by-label", help = "An object with a weight for each label", bare = true)
    record ByLabel(
            @Setting(help = "How much an example of each class counts", least = 1, above = 0)
            Map<String, Double> weights)
            implements ClassWeights {

        public ByLabel {
            Settings.require(ByLabel.class, weights);
            weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        }
    }

    /// The weight of each class.
    ///
    /// @param counts how many training examples each has
    /// @throws InvalidSpecException if a label is none of the classes
    default double[] of(List<String> classes, int[] counts) {
        var weights = new double[classes.size()];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = switch (this) {
                case Balanced _ -> counts[k] == 0 ? 0 : 1.0 / counts[k];
                case ByLabel(var byLabel) -> byLabel.getOrDefault(classes.get(k), 1.0);
            };
        }
        if (this instanceof ByLabel(var byLabel)) {
            requireKnown(byLabel, classes);
        }
        return scaled(weights, counts);
    }

    private static void requireKnown(Map<String, Double> byLabel, List<String> classes) {
        for (var label : byLabel.keySet()) {
            if (!classes.contains(label)) {
                throw new InvalidSpecException(
                        Violation.pointer("classWeights", label),
                        "There is no class %s; the classes are %s".formatted(label, String.join(", ", classes)));
            }
        }
    }

    private static double[] scaled(double[] weights, int[] counts) {
        double total = 0;
        long examples = 0;
        for (int k = 0; k < weights.length; k++) {
            total += weights[k] * counts[k];
            examples += counts[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] *= examples / total;
        }
        return weights;
    }
}
