/// Whether straight lines can tell all classes of a dataset apart: found by linear programming, proved by arithmetic.
///
/// Part of `learning.dataset`; imports besides it only what that may. No answer rests on the tolerances of a solver:
/// a witness is evaluated on every example with a bound on all rounding, a contradiction is verified in whole numbers.
@NullMarked
package io.chainrule.learning.dataset.separability;

import org.jspecify.annotations.NullMarked;
