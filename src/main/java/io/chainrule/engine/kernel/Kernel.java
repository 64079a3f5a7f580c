package io.chainrule.engine.kernel;

/// A loop over arrays that computes a primitive.
///
/// Matrices are row-major. An elementwise kernel may be given one of its operands as the result.
@FunctionalInterface
public interface Kernel {

    /// Overwrites all of `result` with the primitive's value at `operands`.
    void run(double[] result, double[][] operands);
}
