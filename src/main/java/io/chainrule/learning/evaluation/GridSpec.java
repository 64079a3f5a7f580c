package io.chainrule.learning.evaluation;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Over which points a decision boundary is drawn.
public record GridSpec(
        @Setting(
                help = "Points a side, or columns x rows; 2 or more each, up to the limit grid.side",
                byDefault = "\"100\"",
                example = "\"120x80\"")
        String resolution,

        @Setting(help = "The feature to the right; the first number feature if absent") @Nullable
        String x,

        @Setting(help = "The feature upwards; the next number feature if absent") @Nullable
        String y,

        @Setting(help = "Left end; a tenth of the data's range before its least value if absent") @Nullable
        Double xMin,

        @Setting(help = "Right end; a tenth of the data's range behind its greatest value if absent") @Nullable
        Double xMax,

        @Setting(help = "Lower end, as for x") @Nullable Double yMin,
        @Setting(help = "Upper end, as for x") @Nullable Double yMax,

        @Setting(help = "Values of the other features; median or most frequent category if absent", byDefault = "{}")
        Map<String, String> fixed,

        @Setting(help = "Which probabilities are given", byDefault = "\"winning\"")
        Probabilities probabilities,

        @Setting(help = "Which of several targets is predicted; the first if absent") @Nullable
        String output) {

    /// Of which classes.
    public enum Probabilities {
        @Choice(help = "that of the class that wins")
        WINNING,
        @Choice(help = "those of all classes, a grid each")
        ALL
    }

    private static final Pattern RESOLUTION = Pattern.compile("([0-9]{1,4})(?:x([0-9]{1,4}))?");
    private static final int FEWEST = 2;

    /// Points along each side, at the utmost.
    public static final int MOST = 2_048;

    /// What is predicted at a point, and its part of the borders.
    private static final long POINT_BYTES = 16;

    public GridSpec {
        Settings.require(GridSpec.class, resolution, x, y, xMin, xMax, yMin, yMax, fixed, probabilities, output);
        fixed = Map.copyOf(fixed);
        requireCount(count(resolution, 1));
        requireCount(count(resolution, 2));
    }

    public static GridSpec standard() {
        return of("100");
    }

    public static GridSpec of(String resolution) {
        return new GridSpec(resolution, null, null, null, null, null, null, Map.of(), Probabilities.WINNING, null);
    }

    /// The same with the probabilities of all classes, as pictures need them.
    public GridSpec withAllProbabilities() {
        return new GridSpec(resolution, x, y, xMin, xMax, yMin, yMax, fixed, Probabilities.ALL, output);
    }

    /// Bytes that the grid of a model needs until it is answered.
    ///
    /// @param classes of the model; a regression has none
    public long bytes(int classes) {
        long atPoint = POINT_BYTES + (probabilities == Probabilities.ALL ? (long) Double.BYTES * classes : 0);
        return atPoint * rows() * columns();
    }

    /// Numbers that a grid holds for each point.
    ///
    /// @param classes of the model; a regression has none
    long numbersAtPoint(int classes) {
        return classes == 0 ? 1 : 2L + (probabilities == Probabilities.ALL ? classes : 0);
    }

    /// Points along x.
    int columns() {
        return count(resolution, 1);
    }

    /// Points along y.
    int rows() {
        return count(resolution, 2);
    }

    private static int count(String resolution, int side) {
        var matcher = RESOLUTION.matcher(resolution);
        if (!matcher.matches()) {
            throw new InvalidSpecException(
                    "/resolution", "resolution must be a number such as 100, or 120x80, but is " + resolution);
        }
        return Integer.parseInt(matcher.group(matcher.group(2) == null ? 1 : side));
    }

    private static void requireCount(int count) {
        if (count < FEWEST || count > MOST) {
            throw new InvalidSpecException(
                    "/resolution",
                    "resolution must be between %d and %d a side but is %d".formatted(FEWEST, MOST, count));
        }
    }
}
