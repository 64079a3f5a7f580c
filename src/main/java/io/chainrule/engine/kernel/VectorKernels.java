package io.chainrule.engine.kernel;

/// Whether products and gates are done by the Vector API, whose module a process has to be started with:
/// `--add-modules jdk.incubator.vector`. The bits are the same with it and without.
public final class VectorKernels {

    private static final boolean ARE_THERE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private static volatile boolean areReady = true;

    private VectorKernels() {}

    /// Whether kernels made now use the Vector API.
    static boolean areUsed() {
        return ARE_THERE && areReady;
    }

    /// Has their code compiled: cold, they would hold up the first job by 0.2 s. Kernels made meanwhile do without.
    public static void warmUp() {
        if (ARE_THERE) {
            areReady = false;
            for (int columns : new int[] {3, 11, 64}) {
                var product = new VectorProduct(Layout.of(30, columns, 32, false, false));
                var operands = new double[][] {new double[30 * 32], new double[32 * columns]};
                var result = new double[30 * columns];
                for (int i = 0; i < 2_000; i++) {
                    product.run(result, operands);
                }
            }
            var values = new double[1_024];
            for (int i = 0; i < 2_000; i++) {
                VectorGate.passIfPositive(values, values, values);
            }
            areReady = true;
        }
    }
}
