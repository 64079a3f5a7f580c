package io.chainrule.service.json;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/// A number, or a column of numbers: what a request says of one point, or of many at once, and what it is told.
public final class Numbers {

    private final double[] values;
    private final boolean isColumn;

    private Numbers(double[] values, boolean isColumn) {
        this.values = values;
        this.isColumn = isColumn;
    }

    public static Numbers number(double value) {
        return new Numbers(new double[] {value}, false);
    }

    /// The array is kept, not copied.
    public static Numbers column(double[] values) {
        return new Numbers(values, true);
    }

    /// The double next to a JSON number, infinite where none is large enough: the library's own conversion fails there.
    public static double nearest(JsonNode number) {
        return number.numberValue().doubleValue();
    }

    public boolean isColumn() {
        return isColumn;
    }

    /// The number, or the first of the column.
    public double first() {
        return values[0];
    }

    /// All of them; of a number, that one.
    public double[] values() {
        return values;
    }

    @JsonValue
    Object json() {
        return isColumn ? values : (Object) values[0];
    }
}
