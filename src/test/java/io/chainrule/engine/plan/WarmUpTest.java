package io.chainrule.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Shape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    /// Plans made before, meanwhile and after have different loops, and the same bits.
    @Test
    void resultsDoNotDependOnIt() throws InterruptedException {
        var before = product();
        var warmUp = Thread.ofPlatform().start(WarmUp::run);
        assertThat(warmUp.isAlive()).isTrue();
        while (warmUp.isAlive()) {
            assertThat(product()).isEqualTo(before);
        }
        warmUp.join();
        assertThat(product()).isEqualTo(before);
    }

    private static double[] product() {
        var graph = new Graph();
        var a = graph.input("a", new Shape(20, 30));
        var b = graph.input("b", new Shape(30, 17));
        var product = a.matmul(b, false, false).tanh();
        var random = new SplittableRandom(1);
        return Plan.of(product)
                .with(a, random.doubles(600, -1, 1).toArray())
                .with(b, random.doubles(510, -1, 1).toArray())
                .run()
                .array(product);
    }
}
