package io.chainrule.service.drawing.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.drawing.Graphs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TreeTextTest {

    private static final List<String> HOSTILE = Graphs.HOSTILE;

    @Test
    void showsEveryStepOfTheChainRule() {
        assertThat(TreeText.of(Graphs.of("x^2*y+3", Map.of("x", 3.0, "y", -2.0))))
                .isEqualTo("""
                        node        value  gradient  slope  contribution
                        +           -15    1
                        ├─ *        -18    1         1      1
                        │  ├─ ^     9      -2        -2     -2
                        │  │  ├─ x  3      -12       6      -12
                        │  │  └─ 2  2
                        │  └─ y     -2     9         9      9
                        └─ 3        3
                        """);
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void hostileNamesStayOnTheirLine(String name) {
        var text = TreeText.of(Graphs.named(name));
        assertThat(text.lines()).hasSize(4).allMatch(line -> line.length() < 200);
        assertThat(text.replace("\n", "").codePoints())
                .noneMatch(point -> Character.getType(point) == Character.CONTROL || point == 0x202E);
    }
}
