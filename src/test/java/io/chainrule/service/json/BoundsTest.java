package io.chainrule.service.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.ExpressionLimits;
import io.chainrule.engine.expression.ExpressionTooComplexException;
import io.chainrule.learning.dataset.generator.GeneratorSpec;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.Alternative;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Maxima;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.training.TrainingSpec;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Every limit that a setting names holds when a request is read: so many, and not one more.
class BoundsTest {

    private static final int LIMIT = 30;
    private static final JsonMapper MAPPER = new JsonMapper();

    /// `%n` stands for the number, `%c` for so many columns, `%l` for so many layers.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            model.width  | {'dataset': 'd', 'model': {'type': 'mlp', 'hidden': [2, %n]}}
            model.width  | {'dataset': 'd', 'model': {'type': 'layers', 'layers': [{'type': 'dense', 'units': %n}]}}
            model.layers | {'dataset': 'd', 'model': {'type': 'mlp', 'hidden': [%l]}}
            """)
    void trainingJobsAskForNoMoreThanIsAllowed(String limit, String job) {
        assertBounded(limit, job, LIMIT, TrainingSpec.class);
    }

    @Test
    void trainingJobsPredictNoMoreColumnsThanIsAllowed() {
        assertBounded("job.targets", "{'dataset': 'd', 'target': [%c]}", 5, TrainingSpec.class);
    }

    static Stream<String> generators() {
        return Settings.choices(GeneratorSpec.class).stream().map(Alternative::name);
    }

    @ParameterizedTest
    @MethodSource("generators")
    void generatorsMakeNoMoreExamplesThanIsAllowed(String type) {
        var formula = type.equals("expression") ? ", 'inputs': {'x': [0, 1]}, 'target': 'x'" : "";
        assertBounded(
                "dataset.rows", "{'type': '" + type + "', 'examples': %n" + formula + "}", 40, GeneratorSpec.class);
    }

    @ParameterizedTest
    @CsvSource({"blobs, classes", "spiral, classes"})
    void generatorsMakeNoMoreClassesThanIsAllowed(String type, String field) {
        assertBounded("dataset.classes", "{'type': '" + type + "', '" + field + "': %n}", 5, GeneratorSpec.class);
    }

    /// What is refused is told together with what else is wrong, and with the limit that holds rather than the usual
    /// one.
    @Test
    void limitIsToldWithAllOtherMistakes() {
        var bounds = new Bounds(ExpressionLimits.DEFAULT, new Maxima(Map.of("model.width", 20L)));
        assertThatThrownBy(() -> read("{'type': 'mlp', 'hidden': [21], 'activation': 'x'}", ModelSpec.class, bounds))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(violation -> violation.pointer())
                                .containsExactlyInAnyOrder("/hidden/0", "/activation"))
                .hasMessageContaining("at most 20 but is 21");
    }

    @Test
    void whatIsKeptStaysReadableWhenLessIsAllowed() {
        assertThatCode(() -> read(
                        "{'dataset': 'd', 'model': {'type': 'mlp', 'hidden': [5000]}}",
                        TrainingSpec.class,
                        Bounds.BEARABLE))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1+1+1                  | 1+1+1+1
            {'add': ['x', 1, 'x']} | {'add': ['x', 1, 'x', 1]}
            """)
    void expressionsAreAsLargeAsAllowed(String fitting, String larger) {
        var bounds = new Bounds(new ExpressionLimits(100, 10, 5, 10), Maxima.NONE);
        assertThatCode(() -> expression(fitting, bounds)).doesNotThrowAnyException();
        assertThatThrownBy(() -> expression(larger, bounds))
                .isInstanceOf(MisreadExpressionException.class)
                .hasCauseInstanceOf(ExpressionTooComplexException.class);
    }

    private static void expression(String text, Bounds bounds) {
        var json = text.startsWith("{") ? text : "'" + text + "'";
        SpecReader.read(MAPPER.readTree(json.replace('\'', '"')), Expression.class, bounds);
    }

    private static void assertBounded(String limit, String template, int most, Class<?> type) {
        var bounds = new Bounds(ExpressionLimits.DEFAULT, new Maxima(Map.of(limit, (long) most)));
        assertThatCode(() -> read(filled(template, most), type, bounds)).doesNotThrowAnyException();
        assertThatThrownBy(() -> read(filled(template, most + 1), type, bounds))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining(String.valueOf(most))
                .hasMessageContaining(String.valueOf(most + 1));
    }

    private static String filled(String template, int number) {
        return template.replace("%n", String.valueOf(number))
                .replace("%l", "2, ".repeat(number - 1) + "2")
                .replace(
                        "%c",
                        IntStream.range(0, number)
                                .mapToObj(column -> "'c" + column + "'")
                                .collect(Collectors.joining(", ")));
    }

    private static <T> T read(String json, Class<T> type, Bounds bounds) {
        return SpecReader.read(MAPPER.readTree(json.replace('\'', '"')), type, bounds);
    }
}
