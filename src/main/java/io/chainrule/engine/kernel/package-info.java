/// Loops over arrays: elementwise functions, reductions, matrix product. The innermost package; it imports the JDK
/// alone.
///
/// Every result has the same bits on every machine: only `+ - * / sqrt fma`, `StrictMath` and what is built from
/// them, in a fixed order of reduction.
@NullMarked
package io.chainrule.engine.kernel;

import org.jspecify.annotations.NullMarked;
