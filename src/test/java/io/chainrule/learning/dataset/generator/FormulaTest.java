package io.chainrule.learning.dataset.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Column;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetInvalidException;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.specification.InvalidSpecException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    private static Formula formula(double noise, String target, Map<String, List<Double>> inputs) {
        return new Formula(1000, noise, 1, inputs, ExpressionParser.parse(target));
    }

    private static Map<String, List<Double>> square() {
        var inputs = new LinkedHashMap<String, List<Double>>();
        inputs.put("x", List.of(-3.0, 3.0));
        inputs.put("y", List.of(-3.0, 3.0));
        return inputs;
    }

    private static double at(Dataset dataset, String column, int row) {
        return ((NumberColumn) dataset.column(column)).at(row);
    }

    private static int mistakes(Dataset dataset) {
        int mistakes = 0;
        var labels = (CategoryColumn) dataset.targetColumn();
        for (int row = 0; row < dataset.examples(); row++) {
            var label = Math.sin(at(dataset, "x", row)) > at(dataset, "y", row) ? "1" : "0";
            mistakes += label.equals(labels.value(row)) ? 0 : 1;
        }
        return mistakes;
    }

    @Test
    void comparisonMakesTwoClasses() {
        var dataset = formula(0, "sin(x) > y", square()).generate("wave");
        assertThat(dataset.columns()).extracting(Column::name).containsExactly("x", "y", "target");
        assertThat(dataset.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(dataset.classes()).containsExactly("0", "1");
        assertThat(mistakes(dataset)).isZero();
    }

    @Test
    void noiseOfComparisonIsShareOfWrongLabels() {
        var dataset = formula(0.05, "sin(x) > y", square()).generate("wave");
        assertThat(mistakes(dataset)).isBetween(30, 70);
        assertThat(mistakes(formula(1, "sin(x) > y", square()).generate("wave")))
                .isEqualTo(1000);
    }

    @Test
    void numbersAreValuesWithNormalNoise() {
        var dataset = formula(0.5, "x*y", square()).generate("saddle");
        assertThat(dataset.task()).isEqualTo(Task.REGRESSION);
        double squares = 0;
        for (int row = 0; row < 1000; row++) {
            double noise = at(dataset, "target", row) - at(dataset, "x", row) * at(dataset, "y", row);
            squares += noise * noise;
        }
        assertThat(Math.sqrt(squares / 1000)).isCloseTo(0.5, within(0.05));
    }

    @Test
    void fewWholeNumbersAreClasses() {
        var dataset = formula(0, "floor(x)", square()).generate("steps");
        assertThat(dataset.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(dataset.classes()).containsExactly("-1", "-2", "-3", "0", "1", "2");
    }

    @Test
    void inputsOfNoInfluenceAreKept() {
        assertThat(formula(0, "x > 0", square()).generate("x alone").features())
                .extracting(Column::name)
                .containsExactly("x", "y");
    }

    @Test
    void inputThatIsNotThereIsRefusedWithAHint() {
        assertThatThrownBy(() -> formula(0, "sinx > y", square()))
                .isInstanceOfSatisfying(InvalidSpecException.class, refusal -> {
                    assertThat(refusal.violations().getFirst().pointer()).isEqualTo("/target");
                    assertThat(refusal)
                            .hasMessageContaining("No input is called sinx")
                            .hasMessageContaining("sin(x)");
                });
    }

    @Test
    void targetMustBeFiniteEverywhere() {
        assertThatThrownBy(() -> formula(0, "log(x)", square()).generate("logarithm"))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageMatching("The target is NaN at x = -[0-9.]+, y = .*: choose inputs where it is finite");
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "1, 1", "NaN, 1", "-2e6, 1"})
    void intervalMustRise(double least, double greatest) {
        assertThatThrownBy(() -> formula(0, "x", Map.of("x", List.of(least, greatest))))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("An interval is two numbers, the least and the greatest, from -1e6 to 1e6");
    }

    @Test
    void namesOfInputsAreThoseOfColumns() {
        assertThatThrownBy(() -> formula(0, "1", Map.of(" x", List.of(0.0, 1.0))))
                .isInstanceOf(DatasetInvalidException.class)
                .hasMessageContaining("blanks around its name");
        assertThatThrownBy(() -> formula(0, "1", Map.of("target", List.of(0.0, 1.0))))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("The column target is what the expression makes");
    }

    @Test
    void noiseOfComparisonIsAtMostAll() {
        assertThatThrownBy(() -> formula(1.5, "x > 0", square()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("at most 1, but is 1.5");
    }
}
