package io.chainrule.learning.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingsTest {

    enum Missing {
        @Choice(help = "refuses them")
        REFUSE,
        @Choice(help = "takes the middle")
        MOST_FREQUENT
    }

    sealed interface OptimizerSpec permits Sgd, Rms {}

    @Choice(help = "Gradient descent")
    record Sgd(
            @Setting(help = "Step length", byDefault = "0.1", above = 0)
            double learningRate,

            @Setting(help = "Memory", byDefault = "0", min = 0, below = 1)
            double momentum)
            implements OptimizerSpec {
        Sgd {
            Settings.require(Sgd.class, learningRate, momentum);
        }
    }

    @Choice(value = "rmsprop", help = "Scaled gradient descent")
    record Rms() implements OptimizerSpec {}

    record Job(
            @Setting(help = "Name", least = 1, most = 5) String name,

            @Setting(help = "Hidden layers", min = 1, most = 2, example = "[16, 16]")
            List<Integer> hidden,

            @Setting(help = "Rows a step", min = 1) @Nullable
            Integer batchSize,

            @Setting(help = "Seed", byDefault = "0", min = 0, max = 9007199254740991d)
            long seed,

            @Setting(help = "Weights by label", byDefault = "{}", above = 0)
            Map<String, Double> weights) {
        Job {
            Settings.require(Job.class, name, hidden, batchSize, seed, weights);
        }
    }

    @Test
    void parametersTellNameTypeDefaultRangeAndHelp() {
        var parameters = Settings.of(Job.class);
        assertThat(parameters)
                .extracting(Parameter::name)
                .containsExactly("name", "hidden", "batchSize", "seed", "weights");
        assertThat(parameters.get(1).rawType()).isEqualTo(List.class);
        assertThat(parameters.get(1).argument(0)).isEqualTo(Integer.class);
        assertThat(parameters.get(1).example()).isEqualTo("[16, 16]");
        assertThat(parameters).extracting(Parameter::isRequired).containsExactly(true, true, false, false, false);
        assertThat(parameters).extracting(Parameter::nullable).containsExactly(false, false, true, false, false);
        assertThat(parameters.get(3).byDefault()).isEqualTo("0");
        assertThat(parameters.get(3).range().inWords()).isEqualTo("at least 0 and at most 9007199254740991");
        assertThat(Settings.of(Sgd.class).getLast().range()).isEqualTo(new Range(0, true, 1, false, true));
    }

    @Test
    void valuesWithinTheirRangeAreAccepted() {
        assertThat(new Sgd(0.5, 0)).isNotNull();
        assertThat(new Job("a", List.of(1), null, 9007199254740991L, Map.of("b", 0.5)))
                .isNotNull();
    }

    @Test
    void messageTellsExpectedAndActualValue() {
        assertThat(violationsOf(() -> new Sgd(-1, 1)))
                .containsExactly(
                        new Violation("/learningRate", "learningRate must be above 0 but is -1"),
                        new Violation("/momentum", "momentum must be at least 0 and below 1 but is 1"));
        assertThat(violationsOf(() -> new Sgd(Double.NaN, Double.POSITIVE_INFINITY)))
                .extracting(Violation::detail)
                .containsExactly(
                        "learningRate must be a finite number but is NaN",
                        "momentum must be a finite number but is Infinity");
    }

    @Test
    void elementsAndEntriesAreCheckedWithTheirPlace() {
        assertThat(violationsOf(() -> new Job("", List.of(3, 0, -2), 0, 1L << 53, Map.of("a/b", 0.0))))
                .containsExactly(
                        new Violation("/name", "name must have at least 1 character but has 0"),
                        new Violation("/hidden", "hidden must have at most 2 elements but has 3"),
                        new Violation("/hidden/1", "hidden[1] must be at least 1 but is 0"),
                        new Violation("/hidden/2", "hidden[2] must be at least 1 but is -2"),
                        new Violation("/batchSize", "batchSize must be at least 1 but is 0"),
                        new Violation(
                                "/seed",
                                "seed must be at least 0 and at most 9007199254740991 but is 9007199254740992"),
                        new Violation("/weights/a~1b", "weights[a~1b] must be above 0 but is 0"));
    }

    @Test
    void missingValuesAreRefusedUnlessOptional() {
        assertThat(violationsOf(
                        () -> Settings.require(Job.class, null, Arrays.asList((Integer) null), null, null, null)))
                .extracting(Violation::detail)
                .containsExactly(
                        "name is required", "hidden[0] must not be null", "seed is required", "weights is required");
    }

    @Test
    void choicesTellWireNamesInOrder() {
        assertThat(Settings.choices(Missing.class))
                .containsExactly(
                        new Alternative("refuse", "refuses them", Missing.REFUSE, false),
                        new Alternative("most-frequent", "takes the middle", Missing.MOST_FREQUENT, false));
        assertThat(Settings.choices(OptimizerSpec.class))
                .extracting(Alternative::name, Alternative::meaning)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("sgd", Sgd.class),
                        org.assertj.core.groups.Tuple.tuple("rmsprop", Rms.class));
        assertThat(Settings.choice(OptimizerSpec.class, "rmsprop")).contains(Rms.class);
        assertThat(Settings.choice(OptimizerSpec.class, "adam")).isEmpty();
        assertThat(Settings.name(new Rms())).isEqualTo("rmsprop");
        assertThat(Settings.name(Missing.MOST_FREQUENT)).isEqualTo("most-frequent");
    }

    @Test
    void forgottenAnnotationsAreOurOwnFault() {
        record Bare(int size) {}
        assertThatThrownBy(() -> Settings.of(Bare.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Settings.require(Sgd.class, 1.0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Settings.choices(String.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void violationsMoveUnderTheObjectThatHoldsThem() {
        var refusal = new InvalidSpecException("/learningRate", "too large").under("/optimizer");
        assertThat(refusal.violations()).containsExactly(new Violation("/optimizer/learningRate", "too large"));
        assertThat(refusal).hasMessage("too large");
        assertThatThrownBy(() -> new Violation("units", "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Violation> violationsOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable code) {
        return catchThrowableOfType(InvalidSpecException.class, code).violations();
    }
}
