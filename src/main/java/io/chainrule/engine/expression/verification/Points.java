package io.chainrule.engine.expression.verification;

import io.chainrule.engine.expression.Expression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Points to try an expression at, the same every time: all combinations of signs in turn, sizes from small to large,
/// numbers of few digits.
final class Points implements Iterable<Map<String, Double>> {

    private static final double[][] SIZES = {{0.3, 3}, {0.1, 1}, {1, 10}, {0.01, 0.3}, {3, 100}};
    private static final int FEWEST = 24;
    private static final int MOST = 128;
    private static final int TRIES_A_POINT = 40;
    private static final MathContext DIGITS = new MathContext(3);

    private final List<String> names;

    private Points(List<String> names) {
        this.names = names;
    }

    static Points of(Expression expression) {
        return new Points(List.copyOf(expression.variables()));
    }

    /// How many are enough: each combination of the first signs in every size.
    int wanted() {
        return Math.clamp((long) SIZES.length << Math.min(names.size(), 8), FEWEST, MOST);
    }

    @Override
    public Iterator<Map<String, Double>> iterator() {
        var random = new Random(20_260_101); // its algorithm is part of Java's contract
        return IntStream.range(0, wanted() * TRIES_A_POINT)
                .mapToObj(attempt -> point(attempt, random))
                .iterator();
    }

    private Map<String, Double> point(int attempt, Random random) {
        int counted = Math.min(names.size(), 5);
        int signs = attempt & ((1 << counted) - 1);
        var sizes = SIZES[(attempt >> counted) % SIZES.length];
        var point = new LinkedHashMap<String, Double>();
        for (int i = 0; i < names.size(); i++) {
            double size = sizes[0] * StrictMath.pow(sizes[1] / sizes[0], random.nextDouble());
            double rounded = new BigDecimal(size).round(DIGITS).doubleValue();
            boolean isNegative = i < counted ? (signs >> i & 1) == 1 : random.nextBoolean();
            point.put(names.get(i), isNegative ? -rounded : rounded);
        }
        return point;
    }
}
