package io.chainrule.service.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.engine.expression.ExpressionLimits;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.evaluation.GridLimits;
import io.chainrule.learning.specification.Parameter;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Wording;
import io.chainrule.learning.training.TrainingLimits;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LimitSettingsTest {

    /// A row of the settings.
    private record Row(String group, Parameter parameter) {

        String name() {
            return group + "." + parameter.name();
        }

        String property() {
            return "chainrule.limits." + Wording.kebabCase(group) + "." + Wording.kebabCase(parameter.name());
        }

        long least() {
            return (long) parameter.range().least();
        }

        long greatest() {
            return (long) parameter.range().greatest();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static Stream<Row> rows() {
        return Arrays.stream(LimitSettings.class.getRecordComponents())
                .flatMap(group -> Settings.of(group.getType().asSubclass(Record.class)).stream()
                        .map(parameter -> new Row(group.getName(), parameter)));
    }

    private static LimitSettings bound(Map<String, ?> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("chainrule.limits", LimitSettings.class);
    }

    private static long value(LimitSettings settings, String name) {
        return settings.all().stream()
                .filter(limit -> limit.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void defaultsAreTheUsualLimits() {
        var usual = bound(Map.of());
        assertThat(usual.expression().toLimits()).isEqualTo(ExpressionLimits.DEFAULT);
        assertThat(usual.dataset().toLimits()).isEqualTo(DatasetLimits.standard());
        assertThat(usual.grid().toLimits()).isEqualTo(GridLimits.standard());
        var training = TrainingLimits.DEFAULT;
        assertThat(usual.model().parameters()).isEqualTo(training.parameters());
        assertThat(usual.model().layers()).isEqualTo(training.layers());
        assertThat(usual.job().epochs()).isEqualTo(training.epochs());
        assertThat(usual.job().seconds()).isEqualTo(training.seconds());
        assertThat(usual.job().frameBytes()).isEqualTo(training.frameBytes());
        assertThat(usual.all()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyLimitCanBeSetToItsBounds(Row row) {
        assertThat(value(bound(Map.of(row.property(), row.least())), row.name()))
                .isEqualTo(row.least());
        var greatest = bound(Map.of(row.property(), row.greatest()));
        assertThat(value(greatest, row.name())).isEqualTo(row.greatest());
        assertThat(greatest.maxima().byName()).containsEntry(row.name(), row.greatest());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noLimitCanBeSetBeyondItsBounds(Row row) {
        assertRefused(row, row.least() - 1);
        assertRefused(row, row.greatest() + 1);
        assertRefused(row, 0);
        assertRefused(row, -1);
    }

    private static void assertRefused(Row row, long value) {
        var property = row.property();
        if (row.parameter().type() == int.class && value > Integer.MAX_VALUE) {
            return; // no such number comes so far
        }
        assertThatThrownBy(() -> bound(Map.of(property, value)).all())
                .isInstanceOf(InvalidLimitException.class)
                .hasMessageStartingWith(property + " must be at least ")
                .hasMessageContaining(" but is " + value + " (");
    }

    @Test
    void serviceDoesNotStartWithALimitThatCannotBe() {
        new ApplicationContextRunner()
                .withUserConfiguration(LimitConfiguration.class)
                .withPropertyValues("chainrule.limits.expression.depth=251")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidLimitException.class)
                        .hasMessage("chainrule.limits.expression.depth must be at least 1 and at most 250 but is 251"
                                + " (Parentheses, calls, signs and right-nested powers inside each other)"));
    }
}
