package io.chainrule.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchQuestionTest {

    private static BatchEvaluation ask(String text, Batch batch, int order, Map<String, Double> direction) {
        return BatchQuestion.of(ExpressionParser.parse(text), batch, null, order, direction)
                .answer();
    }

    @Test
    void everyRowIsWhatASinglePointWouldBeToTheLastBit() {
        var text = "sin(x*y) + x^z*log(2 + y^2) - max(x, y)/hypot(x, z)";
        int rows = 2 * Blocks.ROWS + 77;
        var random = new Random(3);
        var x = random.doubles(rows, 0.1, 3).toArray();
        var y = random.doubles(rows, -3, 3).toArray();
        var columns = new LinkedHashMap<String, double[]>();
        columns.put("x", x);
        columns.put("y", y);
        var direction = Map.of("x", 2.0, "z", -1.0);
        var answer = ask(text, Batch.of(columns, Map.of("z", 1.7)), 2, direction);
        assertThat(answer.gradient().keySet()).containsExactly("x", "y", "z");
        for (int row = 0; row < rows; row += 41) {
            var question = GradientQuestion.of(
                    ExpressionParser.parse(text), Map.of("x", x[row], "y", y[row], "z", 1.7), null, 2);
            var alone = question.answer();
            var along = Directional.of(question, direction);
            assertThat(answer.value()[row]).isEqualTo(alone.value());
            assertThat(answer.directional()[row]).isEqualTo(along.derivative());
            for (var name : answer.gradient().keySet()) {
                assertThat(answer.gradient().get(name)[row])
                        .isEqualTo(alone.gradient().get(name));
                assertThat(answer.hessianVector().get(name)[row])
                        .isEqualTo(along.hessianVector().get(name));
                for (var other : answer.gradient().keySet()) {
                    assertThat(answer.hessian().get(name).get(other)[row])
                            .isEqualTo(alone.hessian().get(name).get(other));
                }
            }
        }
        assertThat(answer.warnings()).isEmpty();
    }

    @Test
    void aRowOutsideTheDomainIsNamedWithItsNode() {
        var answer = ask("2*log(x) + y", Batch.of(Map.of("x", new double[] {1, -1, 4, -2}), Map.of("y", 1.0)), 1, null);
        assertThat(answer.value()[1]).isNaN();
        assertThat(answer.value()[2]).isFinite();
        assertThat(answer.gradient().get("y")).containsExactly(1, 1, 1, 1);
        assertThat(answer.warnings()).hasSize(1).first().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("domain-error");
            assertThat(warning.row()).isEqualTo(1);
            assertThat(warning.node()).isEqualTo(2);
            assertThat(warning.detail()).isEqualTo("Row 1: log(-1) is NaN; 2 rows are not finite");
        });
    }

    @Test
    void numbersGivenAsNotFiniteAreNotWarnedAbout() {
        var x = new double[1000];
        java.util.Arrays.fill(x, Double.NaN);
        assertThat(ask("x + 1", Batch.of(Map.of("x", x), Map.of()), 1, null).warnings())
                .isEmpty();
    }

    @Test
    void oneRowIsABatchToo() {
        var answer = ask("x^2", Batch.of(Map.of("x", new double[] {3}), Map.of()), 1, null);
        assertThat(answer.value()).containsExactly(9);
        assertThat(answer.directional()).isNull();
        assertThat(answer.hessian()).isNull();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var two = Map.of("x", new double[2], "y", new double[3]);
        assertThatThrownBy(() -> Batch.of(two, Map.of())).isInstanceOf(IllegalArgumentException.class);
        var batch = Batch.of(Map.of("x", new double[2]), Map.of());
        assertThatThrownBy(() -> ask("x*y", batch, 1, null)).isInstanceOf(MissingVariableException.class);
        assertThatThrownBy(() -> BatchQuestion.of(ExpressionParser.parse("x"), batch, List.of("q"), 1, null))
                .isInstanceOf(UnknownNameException.class);
        var text = String.join(
                "+",
                java.util.stream.IntStream.range(0, 150).mapToObj(i -> "x" + i).toList());
        var columns = new LinkedHashMap<String, Double>();
        java.util.stream.IntStream.range(0, 150).forEach(i -> columns.put("x" + i, 1.0));
        var large = Batch.of(Map.of("z", new double[1000]), columns);
        assertThatThrownBy(() -> ask(text, large, 2, null)).isInstanceOf(ExpressionTooComplexException.class);
    }

    @Test
    void superfluousNamesAreWarnedAboutOnce() {
        var answer = ask("x", Batch.of(Map.of("x", new double[2], "q", new double[2]), Map.of()), 1, null);
        assertThat(answer.warnings()).extracting(Warning::code).containsExactly("superfluous-name");
    }
}
