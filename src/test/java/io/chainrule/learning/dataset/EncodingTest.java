package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EncodingTest {

    private static final Dataset DATASET = CsvTest.read("""
            x,c,z,label
            1,red,5,a
            3,blue,5,b
            ,red,5,a
            8,,5,c
            100,green,5,b
            """);

    private static final List<String> FEATURES = List.of("x", "c");

    private static Encoding encoding(MissingValues missing, boolean standardize, int... trainingRows) {
        return Encoding.of(DATASET, FEATURES, trainingRows, missing, standardize);
    }

    @Test
    void categoriesBecomeOneHotInTheirOrder() {
        var encoding = encoding(MissingValues.REFUSE, false, 0, 1, 4);
        assertThat(encoding.width()).isEqualTo(4);
        assertThat(encoding.featureNames()).containsExactly("x", "c");
        var matrix = encoding.encode(DATASET.table(), new int[] {4, 0, 1});
        assertThat(matrix.rows()).isEqualTo(3);
        assertThat(matrix.values()).containsExactly(100, 0, 1, 0, /**/ 1, 0, 0, 1, /**/ 3, 1, 0, 0);
    }

    @Test
    void targetsBecomeOneHotOrValues() {
        var encoding = encoding(MissingValues.REFUSE, false, 0);
        assertThat(encoding.classes()).containsExactly("a", "b", "c");
        assertThat(encoding.outputs()).isEqualTo(3);
        assertThat(encoding.encodeTargets(DATASET, new int[] {3, 0}).values()).containsExactly(0, 0, 1, 1, 0, 0);
        var regression = DATASET.withTarget("x", Task.REGRESSION);
        var values = Encoding.of(regression, List.of("z"), new int[] {0, 1}, MissingValues.REFUSE, false);
        assertThat(values.classes()).isEmpty();
        assertThat(values.outputs()).isEqualTo(1);
        assertThat(values.encodeTargets(regression, new int[] {4, 1}).values()).containsExactly(100, 3);
        assertThatThrownBy(() -> values.encodeTargets(regression, new int[] {2}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void missingValuesTakeMeanMedianOrMostFrequentOfTheTrainingRows() {
        var mean = encoding(MissingValues.MEAN, false, 0, 1, 2, 3);
        assertThat(mean.encode(DATASET.table(), new int[] {2, 3}).values())
                .containsExactly(4, 0, 0, 1, /**/ 8, 0, 0, 1);
        var median = encoding(MissingValues.MEDIAN, false, 0, 1, 2, 3);
        assertThat(median.encode(DATASET.table(), new int[] {2}).at(0, 0)).isEqualTo(3);
        var even = encoding(MissingValues.MEDIAN, false, 1, 3);
        assertThat(even.encode(DATASET.table(), new int[] {2}).at(0, 0)).isEqualTo(5.5);
        assertThat(even.features().getLast())
                .as("first of equals")
                .isEqualTo(new FeatureEncoding.OneHot("c", List.of("blue", "green", "red"), "blue"));
    }

    @Test
    void standardizedColumnsUseThePopulationDeviationOfTheTrainingRows() {
        var encoding = Encoding.of(DATASET, List.of("x", "z", "c"), new int[] {0, 1, 3}, MissingValues.MEAN, true);
        var numeric = (FeatureEncoding.Numeric) encoding.features().getFirst();
        assertThat(numeric.center()).isEqualTo(4);
        assertThat(numeric.scale()).isCloseTo(Math.sqrt((9 + 1 + 16) / 3.0), within(1e-15));
        assertThat(encoding.features().get(1))
                .as("a constant column is only centred")
                .isEqualTo(new FeatureEncoding.Numeric("z", 5.0, 5, 1));
        var row = encoding.encode(DATASET.table(), new int[] {4});
        assertThat(row.at(0, 0)).isCloseTo(96 / Math.sqrt(26 / 3.0), within(1e-12));
        assertThat(row.at(0, 1)).isZero();
        assertThat(Arrays.copyOfRange(row.values(), 2, 5)).as("one-hot stays").containsExactly(0, 1, 0);
        assertThat(encoding.encode(DATASET.table(), new int[] {2}).at(0, 0))
                .as("the mean")
                .isZero();
    }

    @Test
    void constantColumnsOfFractionsAreExactlyZero() {
        var constant = CsvTest.read("x,y\n0.1,a\n0.1,b\n0.1,a\n0.1,b\n0.1,a\n0.1,b\n0.1,a\n0.1,b\n0.1,a\n0.1,b\n");
        var rows = constant.table().allRows();
        var encoding = Encoding.of(constant, List.of("x"), rows, MissingValues.REFUSE, true);
        assertThat(encoding.encode(constant.table(), rows).values()).containsOnly(0);
    }

    @Test
    void valuesThatCannotBeStandardizedAreRefused() {
        var huge = CsvTest.read("x,y\n1e300,a\n-1e300,b\n");
        assertThat(catchThrowableOfType(
                                InvalidSpecException.class,
                                () -> Encoding.of(huge, List.of("x"), new int[] {0, 1}, MissingValues.REFUSE, true))
                        .violations())
                .containsExactly(new Violation("/standardize", "x cannot be standardized: its values are too large"));
        var largest = CsvTest.read("x,y\n1.7e308,a\n1.7e308,b\n");
        assertThat(catchThrowableOfType(
                                InvalidSpecException.class,
                                () -> Encoding.of(largest, List.of("x"), new int[] {0, 1}, MissingValues.MEAN, false))
                        .violations())
                .containsExactly(new Violation("/missing", "x has values too large for a mean"));
    }

    @Test
    void rowsOfPredictionsAreEncodedAsTheTableIs() {
        var encoding = encoding(MissingValues.MEAN, true, 0, 1, 2, 3);
        List<Map<String, @Nullable Object>> rows = List.of(
                row("x", 1, "c", "red"),
                row("x", 3.0, "c", "blue"),
                row("x", null, "c", "red", "label", "a"),
                row("x", 8L));
        assertThat(encoding.encode(rows).values())
                .isEqualTo(
                        encoding.encode(DATASET.table(), new int[] {0, 1, 2, 3}).values());
    }

    @Test
    void rowsOfPredictionsThatDoNotFitAreRefusedTogether() {
        var encoding = encoding(MissingValues.REFUSE, false, 0, 1);
        var refusal = catchThrowableOfType(
                InvalidSpecException.class,
                () -> encoding.encode(List.of(
                        row("x", 1, "c", "purple"),
                        row("X", 1, "c", "red"),
                        row("x", "1", "c", List.of()),
                        row("x", Double.POSITIVE_INFINITY, "c", "NA"))));
        var other = encoding(MissingValues.REFUSE, false, 0, 1);
        assertThat(catchThrowableOfType(
                                InvalidSpecException.class, () -> other.encode(List.of(row("x", null, "c", "red"))))
                        .violations())
                .as("a name that is right is no hint")
                .containsExactly(new Violation("/0/x", "x " + RowEncoder.NO_SUBSTITUTE));
        var missing = "is missing, and the model has nothing to stand in for it";
        assertThat(refusal.violations())
                .containsExactly(
                        new Violation(
                                "/0/c",
                                "c is \"purple\", which is none of the categories the model knows: blue, green, red"),
                        new Violation("/1/x", "x " + missing + "; did you mean X?"),
                        new Violation("/2/x", "x must be a number but is 1"),
                        new Violation("/2/c", "c must be a text but is []"),
                        new Violation("/3/x", "x must be a finite number"),
                        new Violation("/3/c", "c " + missing));
    }

    @Test
    void atMostTwentyViolationsAreTold() {
        var encoding = encoding(MissingValues.REFUSE, false, 0, 1);
        var rows = java.util.Collections.nCopies(50, row("x", "?"));
        assertThat(catchThrowableOfType(InvalidSpecException.class, () -> encoding.encode(rows))
                        .violations())
                .hasSize(20);
    }

    @Test
    void tablesWithoutTargetCanBeEncoded() throws IOException {
        var encoding = encoding(MissingValues.MEDIAN, false, 0, 1, 3);
        var table = table("c,extra,x\nred,9,7\ngreen,9,\n");
        assertThat(encoding.encode(table, table.allRows()).values()).containsExactly(7, 0, 0, 1, /**/ 3, 0, 1, 0);
    }

    @Test
    void tablesThatDoNotFitAreRefusedWithTheirPlaces() throws IOException {
        var encoding = encoding(MissingValues.REFUSE, false, 0, 1);
        assertThat(reasons(encoding, table("C\nred\n")))
                .containsExactly(
                        "Column x: is missing: the model needs it",
                        "Column c: is missing: the model needs it; did you mean C?");
        assertThat(reasons(encoding, table("x,c\n1,red\n2,pink\nNA,blue\n3,?\n")))
                .containsExactly(
                        "Row 3, column x: is missing, and the model has nothing to stand in for it",
                        "Row 2, column c: \"pink\" is none of the categories the model knows: blue, green, red",
                        "Row 4, column c: is missing, and the model has nothing to stand in for it");
        assertThat(reasons(encoding, table("x,c\na,1.5\n")))
                .containsExactly(
                        "Row 1, column x: \"a\" must be a number",
                        "Row 1, column c: \"1.5\" is none of the categories the model knows: blue, green, red");
    }

    private static Table table(String csv) throws IOException {
        return Csv.readTable(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), DatasetLimits.standard());
    }

    private static List<String> reasons(Encoding encoding, Table table) {
        return catchThrowableOfType(DatasetInvalidException.class, () -> encoding.encode(table, table.allRows()))
                .problems()
                .stream()
                .map(Problem::inWords)
                .toList();
    }

    private static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return row;
    }
}
