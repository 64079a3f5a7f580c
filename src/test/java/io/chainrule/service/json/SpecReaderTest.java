package io.chainrule.service.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpecReaderTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    enum Missing {
        @Choice(help = "refuses them")
        REFUSE,
        @Choice(help = "takes the most frequent")
        MOST_FREQUENT
    }

    sealed interface OptimizerSpec permits Sgd, Scheduled {}

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

    @Choice(help = "Gradient descent that slows down")
    record Scheduled(@Setting(help = "Factor an epoch") double factor) implements OptimizerSpec {}

    record Job(
            @Setting(help = "The dataset's id") String dataset,

            @Setting(help = "Passes", byDefault = "100", min = 1)
            int epochs,

            @Setting(help = "Seed", byDefault = "0", min = 0)
            long seed,

            @Setting(help = "How it learns", byDefault = "\"sgd\"")
            OptimizerSpec optimizer,

            @Setting(help = "Gaps", byDefault = "\"refuse\"")
            Missing missing,

            @Setting(help = "Layers", byDefault = "[]", min = 1)
            List<Integer> hidden,

            @Setting(help = "Weights", finite = false) @Nullable
            Map<String, Double> weights,

            @Setting(help = "Order", byDefault = "true") boolean shuffle,
            @Setting(help = "Anything") @Nullable JsonNode note,

            @Setting(help = "Rows a step", min = 1) @Nullable
            Integer batchSize) {
        Job {
            Settings.require(
                    Job.class, dataset, epochs, seed, optimizer, missing, hidden, weights, shuffle, note, batchSize);
        }
    }

    @Test
    void absentFieldsTakeTheirDefaults() {
        assertThat(read("{'dataset': 'd'}"))
                .isEqualTo(new Job("d", 100, 0, new Sgd(0.1, 0), Missing.REFUSE, List.of(), null, true, null, null));
    }

    @Test
    void everyKindOfValueIsRead() {
        var job = read("""
                {'dataset': 'd', 'epochs': 7, 'seed': 9007199254740991, 'optimizer': {'type': 'scheduled', 'factor': 2},
                 'missing': 'most-frequent', 'hidden': [8, 4], 'weights': {'b': 1.5, 'a': 'Infinity'}, 'shuffle': false,
                 'note': {'any': [1]}, 'batchSize': 10}""");
        assertThat(job.optimizer()).isEqualTo(new Scheduled(2));
        assertThat(job.seed()).isEqualTo(9007199254740991L);
        assertThat(job.missing()).isEqualTo(Missing.MOST_FREQUENT);
        assertThat(job.hidden()).containsExactly(8, 4);
        assertThat(job.weights()).containsExactly(entry("b", 1.5), entry("a", Double.POSITIVE_INFINITY));
        assertThat(job.note()).hasToString("{\"any\":[1]}");
        assertThat(job.batchSize()).isEqualTo(10);
    }

    @Test
    void stringIsShortForChoiceThatNeedsNothingElse() {
        assertThat(read("{'dataset': 'd', 'optimizer': 'sgd'}").optimizer()).isEqualTo(new Sgd(0.1, 0));
        assertThat(refused("{'dataset': 'd', 'optimizer': 'scheduled'}"))
                .containsExactly(new Violation("/optimizer/factor", "factor is required: Factor an epoch"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "10.0", "1e1", "100E-1"})
    void integerIsNumberWithoutFraction(String number) {
        assertThat(read("{'dataset': 'd', 'epochs': " + number + "}").epochs()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "epochs | '10' | Expected an integer but got the string \"10\"",
                "epochs | 10.5 | Expected an integer but got 10.5",
                "epochs | true | Expected an integer but got true",
                "epochs | [10] | Expected an integer but got an array",
                "epochs | null | Expected an integer but got null; what has no value is left out",
                "epochs | 2147483648 | Expected an integer of at most 32 bits but got 2147483648",
                "epochs | 1e99 | Expected an integer but got 1.0E99",
                "epochs | 99999999999999999999 | Expected an integer but got 99999999999999999999",
                "dataset | 7 | Expected a string but got 7",
                "dataset | '\\ud800' | A text may not hold half of a surrogate pair, \\ud800",
                "epochs | 1e999 | Expected an integer but got one beyond 1.7976931348623157E308",
                "dataset | '\\u0000' | A text may not hold the character U+0000",
                "shuffle | 1 | Expected true or false but got 1",
                "shuffle | 'yes' | Expected true or false but got the string \"yes\"",
                "hidden | 8 | Expected an array but got 8",
                "weights | [] | Expected an object but got an array",
                "missing | 'most-frequnt' | Unknown name \"most-frequnt\"; did you mean \"most-frequent\"?",
                "missing | 'zzz' | Unknown name \"zzz\"; known here: \"refuse\", \"most-frequent\"",
                "missing | 0 | Expected one of \"refuse\", \"most-frequent\" but got 0",
                "optimizer | 3 | Expected an object whose \"type\" is one of \"sgd\", \"scheduled\" but got 3",
            })
    void nothingIsCoerced(String field, String value, String detail) {
        var json = field.equals("dataset")
                ? "{'dataset': " + value + "}"
                : "{'dataset': 'd', '" + field + "': " + value + "}";
        assertThat(refused(json)).containsExactly(new Violation("/" + field, detail));
    }

    @Test
    void numberBeyondDoubleIsRefusedWhereOnlyTheStringMeansInfinity() {
        assertThat(refused("{'dataset': 'd', 'weights': {'a': 1e400, 'b': 'inf'}}"))
                .extracting(violation -> violation.pointer())
                .containsExactly("/weights/a", "/weights/b");
    }

    /// The library's own conversion fails for whole numbers that are too large.
    @Test
    void wholeNumberOfManyDigitsDoesNotFit() {
        assertThat(refused("{'dataset': 'd', 'weights': {'a': 1" + "0".repeat(400) + "}}"))
                .containsExactly(new Violation(
                        "/weights/a",
                        "Expected a number that fits into 64 bits but got one beyond " + Double.MAX_VALUE));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsPlace() {
        assertThat(refused("""
                        {'epoch': 5, 'epochs': 0, 'optimizer': {'type': 'sgd', 'learning_rate': 1, 'momentum': 1},
                         'hidden': [1, 'x', 2.5], 'weights': {'a/b': {}}, 'batchSize': 0}"""))
                .containsExactly(
                        new Violation("/epoch", "Unknown name \"epoch\"; did you mean \"epochs\"?"),
                        new Violation("/dataset", "dataset is required: The dataset's id"),
                        new Violation(
                                "/optimizer/learning_rate",
                                "Unknown name \"learning_rate\"; did you mean \"learningRate\"?"),
                        new Violation("/optimizer/momentum", "momentum must be at least 0 and below 1 but is 1"),
                        new Violation("/hidden/1", "Expected an integer but got the string \"x\""),
                        new Violation("/hidden/2", "Expected an integer but got 2.5"),
                        new Violation("/weights/a~1b", "Expected a number but got an object"),
                        new Violation("/epochs", "epochs must be at least 1 but is 0"),
                        new Violation("/batchSize", "batchSize must be at least 1 but is 0"));
    }

    @Test
    void choiceNeedsKnownType() {
        assertThat(refused("{'dataset': 'd', 'optimizer': {'learningRate': 1}}"))
                .containsExactly(new Violation("/optimizer/type", "type is required: one of \"sgd\", \"scheduled\""));
        assertThat(refused("{'dataset': 'd', 'optimizer': {'type': 'sdg'}}"))
                .containsExactly(new Violation("/optimizer/type", "Unknown name \"sdg\"; did you mean \"sgd\"?"));
        assertThat(refused("{'dataset': 'd', 'optimizer': {'type': 1}}"))
                .extracting(violation -> violation.pointer())
                .containsExactly("/optimizer/type");
    }

    @Test
    void wholeDocumentMustBeAnObject() {
        assertThat(refused("[1]")).containsExactly(new Violation("", "Expected an object but got an array"));
        assertThat(refused("{'dataset': 'd', 'type': 'job'}"))
                .extracting(violation -> violation.pointer())
                .containsExactly("/type");
    }

    @Test
    void floodOfMistakesIsCutShort() {
        assertThat(refused("{'dataset': 'd', 'hidden': [" + "'x',".repeat(10_000) + "1]}"))
                .hasSize(100);
    }

    private static Job read(String json) {
        return SpecReader.read(MAPPER.readTree(json.replace('\'', '"')), Job.class);
    }

    private static List<Violation> refused(String json) {
        return catchThrowableOfType(InvalidSpecException.class, () -> read(json))
                .violations();
    }
}
