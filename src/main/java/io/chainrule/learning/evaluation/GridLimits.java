package io.chainrule.learning.evaluation;

import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.learning.specification.InvalidSpecException;

/// How large the grid of a decision boundary may be.
///
/// @param side points along each side
/// @param numbers that the grid may hold
public record GridLimits(int side, long numbers) {

    public static GridLimits standard() {
        return new GridLimits(512, 10_000_000);
    }

    /// Lets a grid through that is no larger than one answer may be.
    ///
    /// @param classes of the model; a regression has none
    /// @throws InvalidSpecException if it has too many points along a side
    /// @throws BudgetExceededException if it would hold too many numbers
    public void require(GridSpec grid, int classes) {
        int longest = Math.max(grid.columns(), grid.rows());
        if (longest > side) {
            throw new InvalidSpecException(
                    "/resolution", "resolution must be at most %d a side but is %d".formatted(side, longest));
        }
        long atPoint = grid.numbersAtPoint(classes);
        long needed = atPoint * grid.rows() * grid.columns();
        if (needed > numbers) {
            int fitting = (int) Math.sqrt((double) numbers / atPoint);
            throw new BudgetExceededException(
                    "A grid of %d x %d points with the probabilities of %d classes holds %d numbers; the limit is %d"
                            .formatted(grid.columns(), grid.rows(), classes, needed, numbers),
                    needed,
                    numbers,
                    "resolution=%d would fit, as would any of at most %d points; so would probabilities=winning in JSON"
                            .formatted(fitting, numbers / atPoint));
        }
    }
}
