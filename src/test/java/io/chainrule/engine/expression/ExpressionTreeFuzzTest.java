package io.chainrule.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whatever a tree holds, the answer is an expression or an [ExpressionException], and what was read prints and parses
/// back to itself.
///
/// Runs as a regression test on the inputs kept in the resources; `./mvnw -Pfuzz-coverage test` looks for new ones.
class ExpressionTreeFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void trees(FuzzedDataProvider data) {
        try {
            ExpressionFuzzTest.assertPrintsBack(ExpressionTree.read(tree(data, 250)));
        } catch (ExpressionException refused) {
            assertThat(refused.fix()).isNotBlank();
        }
    }

    private static @Nullable Object tree(FuzzedDataProvider data, int depth) {
        return switch (depth == 0 ? 0 : data.consumeInt(0, 6)) {
            case 0 -> data.consumeDouble();
            case 1 -> data.consumeString(8);
            case 2 -> data.pickValue(List.of("x", "y", "pi", "e", "sin"));
            case 3 -> null;
            default -> {
                var call = new LinkedHashMap<String, @Nullable Object>();
                var key =
                        data.pickValue(List.of("add", "mul", "pow", "neg", "sin", "max", "where", "lt", "div", "sub"));
                var operands = new ArrayList<@Nullable Object>();
                for (int i = data.consumeInt(0, 3); i > 0; i--) {
                    operands.add(tree(data, depth - 1));
                }
                call.put(data.consumeProbabilityDouble() < 0.05 ? data.consumeString(8) : key, operands);
                yield call;
            }
        };
    }
}
