package io.chainrule.learning.evaluation;

import io.chainrule.learning.dataset.statistics.CompensatedSum;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A measure of single classes and its averages.
///
/// In an average an undefined value counts as 0, and classes that neither occur nor were predicted do not count.
///
/// @param perClass without classes for which it is undefined
/// @param macro every class weighs the same
/// @param weighted every class weighs as many examples as it has
public record ClassMeasure(Map<String, Double> perClass, double macro, double weighted) {

    static ClassMeasure of(ConfusionMatrix matrix, IntFunction<@Nullable Double> measure) {
        var perClass = new LinkedHashMap<String, Double>();
        var sum = new CompensatedSum();
        var weighted = new CompensatedSum();
        int met = 0;
        for (int label = 0; label < matrix.classes().size(); label++) {
            var value = measure.apply(label);
            met += matrix.isMet(label) ? 1 : 0;
            if (value != null) {
                perClass.put(matrix.classes().get(label), value);
                sum.add(value);
                weighted.add(matrix.support(label) * value);
            }
        }
        return new ClassMeasure(perClass, sum.value() / met, weighted.value() / matrix.examples());
    }
}
