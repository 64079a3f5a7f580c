package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    private static final Dataset DATASET = CsvTest.read("when,note,empty,x,c,label\n"
            + IntStream.range(0, 60)
                    .mapToObj(i -> "2024-01-01,n" + i + ",," + i + ",k" + i % 2 + "," + (i == 7 ? "" : "a"))
                    .collect(Collectors.joining("\n")));

    @Test
    void usableColumnsAreTakenAndTheOthersTold() {
        var features = Features.of(DATASET, null);
        assertThat(features.names()).containsExactly("x", "c");
        assertThat(features.warnings())
                .containsExactly(
                        "when is not used: it holds dates",
                        "note is not used: it holds texts of more than 50 kinds",
                        "empty is not used: it has no value at all");
    }

    @Test
    void askedFeaturesKeepTheirOrder() {
        assertThat(Features.of(DATASET, List.of("c", "x")).names()).containsExactly("c", "x");
    }

    @Test
    void impossibleFeaturesAreRefusedTogether() {
        assertThat(violations(List.of("whne", "label", "when", "x", "x")))
                .containsExactly(
                        new Violation("/features/0", "There is no column whne; did you mean when?"),
                        new Violation("/features/1", "label is the target and cannot be a feature too"),
                        new Violation("/features/2", "when cannot be a feature: it holds dates"),
                        new Violation("/features/4", "x is named twice"));
        assertThat(violations(List.of())).containsExactly(new Violation("/features", "At least one feature is needed"));
    }

    private static List<Violation> violations(List<String> asked) {
        return catchThrowableOfType(InvalidSpecException.class, () -> Features.of(DATASET, asked))
                .violations();
    }

    @Test
    void datasetWithoutUsableColumnIsRefused() {
        var dataset = CsvTest.read("when,label\n2024-01-01,a\n");
        assertThat(catchThrowableOfType(InvalidSpecException.class, () -> Features.of(dataset, null)))
                .hasMessage("The dataset has no column of numbers or categories beside the target label");
    }

    @Test
    void incompleteRowsAreRefusedOrLeftOut() {
        var dataset = CsvTest.read("x,y,label\n1,,a\n2,5,b\n,7,a\n4,8,\n");
        var names = List.of("x", "y");
        assertThat(catchThrowableOfType(
                                InvalidSpecException.class, () -> UsableRows.of(dataset, names, MissingValues.REFUSE))
                        .violations())
                .containsExactly(
                        new Violation(
                                "/missing",
                                "label has 1 missing value (the first in row 4): choose drop, mean or median"),
                        new Violation(
                                "/missing", "x has 1 missing value (the first in row 3): choose drop, mean or median"),
                        new Violation(
                                "/missing", "y has 1 missing value (the first in row 1): choose drop, mean or median"));
        var dropped = UsableRows.of(dataset, names, MissingValues.DROP);
        assertThat(dropped.rows()).containsExactly(1);
        assertThat(dropped.warnings()).containsExactly("3 rows are left out because values are missing there");
        var filled = UsableRows.of(dataset, names, MissingValues.MEAN);
        assertThat(filled.rows()).containsExactly(0, 1, 2);
        assertThat(filled.warnings()).containsExactly("1 row is left out because label is missing there");
        assertThat(UsableRows.of(dataset, List.of("x"), MissingValues.DROP).rows())
                .containsExactly(0, 1);
    }

    @Test
    void datasetWithoutCompleteRowIsRefused() {
        var dataset = CsvTest.read("x,y,label\n1,,a\n,5,b\n");
        assertThat(catchThrowableOfType(
                        InvalidSpecException.class,
                        () -> UsableRows.of(dataset, List.of("x", "y"), MissingValues.DROP)))
                .hasMessage("No row is complete, so that nothing is left to learn from");
    }
}
