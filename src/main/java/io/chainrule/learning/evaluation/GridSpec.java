package io.chainrule.learning.evaluation;

import io.chainrule.learning.specification.BudgetExceededException;
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
                help = "Points a side, or columns x rows; 2 to 512 each",
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

    /// Points along each side.
    public static final int MOST = 512;

    /// Numbers of one grid.
    public static final long MOST_NUMBERS = 10_000_000;

    /// Where a point is, what is predicted there, and the borders between.
    private static final long POINT_BYTES = 64;

    /// A score and a probability.
    private static final long CLASS_BYTES = 2L * Double.BYTES;

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

    /// Bytes that the grid of a model needs while it is made.
    ///
    /// @param classes of the model; a regression has none
    /// @throws BudgetExceededException if it would hold more numbers than one answer may
    public long bytes(int classes) {
        requireBounded(classes);
        long atPoint = POINT_BYTES + CLASS_BYTES * classes;
        if (probabilities == Probabilities.ALL) {
            atPoint += (long) Double.BYTES * classes;
        }
        return atPoint * rows() * columns();
    }

    /// Lets the grid of a model through that holds no more numbers than one answer may.
    ///
    /// @param classes of the model; a regression has none
    /// @throws BudgetExceededException if it would hold more
    void requireBounded(int classes) {
        long atPoint = classes == 0 ? 1 : 2L + (probabilities == Probabilities.ALL ? classes : 0);
        long numbers = atPoint * rows() * columns();
        if (numbers > MOST_NUMBERS) {
            int side = (int) Math.sqrt((double) MOST_NUMBERS / atPoint);
            throw new BudgetExceededException(
                    "A grid of %d x %d points with the probabilities of %d classes holds %d numbers; the limit is %d"
                            .formatted(columns(), rows(), classes, numbers, MOST_NUMBERS),
                    numbers,
                    MOST_NUMBERS,
                    "resolution=%d would fit, as would any of at most %d points; so would probabilities=winning in JSON"
                            .formatted(side, MOST_NUMBERS / atPoint));
        }
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
