package io.chainrule.learning.evaluation;

import java.util.List;

/// Where two classes are equally likely, and no other is likelier.
///
/// @param between the two classes
/// @param lines points as x and y in units of the features; a ring ends where it begins
public record Border(List<String> between, List<double[][]> lines) {

    public Border {
        between = List.copyOf(between);
        lines = List.copyOf(lines);
    }
}
