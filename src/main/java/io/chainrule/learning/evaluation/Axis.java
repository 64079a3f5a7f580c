package io.chainrule.learning.evaluation;

/// The points of a grid along one feature.
public record Axis(String feature, double min, double max, int count) {

    public double at(int point) {
        return min + point * (max - min) / (count - 1);
    }
}
