package io.chainrule.engine.kernel;

/// An elementwise function as several loops one after the other, each over one block in arrays of its own.
///
/// The compiler vectorises short loops whose arrays all begin at 0; what one loop hands to the next stays in the cache.
final class Blockwise implements Kernel {

    private static final int LONGEST = 512;

    /// A function over a block: overwrites `y`, may overwrite `spare` and `other`, and leaves `x` alone; the four
    /// arrays are as long as each other.
    @FunctionalInterface
    interface Loops {
        void run(double[] y, double[] x, double[] spare, double[] other);
    }

    private final Loops loops;
    private final double[] x;
    private final double[] y;
    private final double[] spare;
    private final double[] other;

    /// @param elements how many there will be
    Blockwise(Loops loops, int elements) {
        int length = Math.min(elements, LONGEST);
        this.loops = loops;
        this.x = new double[length];
        this.y = new double[length];
        this.spare = new double[length];
        this.other = new double[length];
    }

    @Override
    public void run(double[] result, double[][] operands) {
        run(result, operands[0]);
    }

    /// Overwrites all of `result`, which may be the operand itself.
    void run(double[] result, double[] operand) {
        for (int from = 0; from < result.length; from += y.length) {
            int count = Math.min(y.length, result.length - from); // behind them, the last block repeats older numbers
            System.arraycopy(operand, from, x, 0, count);
            loops.run(y, x, spare, other);
            System.arraycopy(y, 0, result, from, count);
        }
    }
}
