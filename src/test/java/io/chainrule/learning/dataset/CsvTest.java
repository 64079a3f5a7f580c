package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final DatasetLimits LIMITS = DatasetLimits.standard();

    static Dataset read(String csv) {
        return read(csv, null, null);
    }

    static Dataset read(String csv, @Nullable String target, @Nullable Task task) {
        return read(csv.getBytes(StandardCharsets.UTF_8), target, task, LIMITS);
    }

    private static Dataset read(byte[] csv, @Nullable String target, @Nullable Task task, DatasetLimits limits) {
        try {
            return Csv.read(new ByteArrayInputStream(csv), new DatasetSpec("test", target, task), limits);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<Problem> problemsOf(String csv) {
        return catchThrowableOfType(DatasetInvalidException.class, () -> read(csv))
                .problems();
    }

    private static List<String> reasonsOf(String csv) {
        return problemsOf(csv).stream().map(Problem::inWords).toList();
    }

    @Test
    void lastColumnIsTheTargetUnlessNamed() {
        assertThat(read("a,b\n1,x\n2,y\n").target()).isEqualTo("b");
        assertThat(read("a,b\nx,1\ny,2\n", "a", null).target()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void delimitersAreRecognised(String delimiter) {
        var dataset = read("x 1,x 2,label\n1,2.5,\"a,;\t|b\"\n3,4,c\n".replace(",", delimiter));
        assertThat(dataset.table().names()).containsExactly("x 1", "x 2", "label");
        assertThat(dataset.column("x 2").value(0)).isEqualTo(2.5);
        assertThat(dataset.classes()).hasSize(2);
    }

    @Test
    void delimiterIsWhatSplitsAllLinesAlike() {
        var dataset = read("\"name, first\";age, in years;label\nEve;3;a\nAda;4;b\n");
        assertThat(dataset.table().names()).containsExactly("name, first", "age, in years", "label");
    }

    @Test
    void quotesMayHoldDelimitersQuotesAndLineBreaks() {
        var dataset = read("x,label\r\n1,\"a \"\"b\"\", c\"\r\n2,\"two\nlines\"\r\n3,ü€😀");
        assertThat(dataset.classes()).containsExactly("a \"b\", c", "two\nlines", "ü€😀");
    }

    @Test
    void byteOrderMarkIsDropped() {
        assertThat(read("\uFEFFx,label\n1,a\n").table().names()).containsExactly("x", "label");
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var bytes = "\uFEFFx;label\n1;ä\n2;b\n".getBytes(charset);
            assertThat(read(bytes, null, null, LIMITS).classes()).containsExactly("b", "ä");
        }
    }

    @Test
    void markersAndEmptyValuesAreMissing() {
        var dataset = read("x,c,label\n,,a\nNA,NA,b\nNaN,NaN,a\nnull,null,a\n?,?,a\n\"\",\"\",a\n7,na,a\n");
        assertThat(dataset.column("x")).isInstanceOf(NumberColumn.class);
        assertThat(dataset.column("x").missing()).isEqualTo(6);
        assertThat(dataset.column("x").value(6)).isEqualTo(7.0);
        assertThat(((CategoryColumn) dataset.column("c")).categories()).containsExactly("na");
        assertThat(dataset.column("c").missing()).isEqualTo(6);
        assertThat(dataset.column("c").value(0)).isNull();
    }

    @Test
    void emptyLinesAreSkipped() {
        assertThat(read("\nx,label\n\n1,a\n\r\n2,b\n\n").examples()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "+1",
                "1.",
                ".5",
                "-.5",
                "1e3",
                "1E-3",
                "1.5e+30",
                "007",
                "1e-400",
                "12345678901234567890"
            })
    void decimalNumbersAreNumbers(String number) {
        var dataset = read("x,label\n" + number + ",a\n2,b\n");
        assertThat(dataset.column("x").value(0)).isEqualTo(Double.valueOf(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1d", "1f", "0x1p3", "0x10", "1_000", "1e", "e1", "+", "-", ".", "--1", "1-", "1 2", "٣", "1e5.0", "½"
            })
    void otherWritingsAreNone(String text) {
        assertThat(NumberText.form(text)).isEqualTo(NumberText.NONE);
        assertThat(read("x,label\n" + text + ",a\n" + text + ",b\n").column("x"))
                .isInstanceOf(CategoryColumn.class);
        assertThat(problemsOf("x,label\n1.5,a\n2.5,b\n" + text + ",b\n"))
                .containsExactly(
                        new Problem(
                                3,
                                "x",
                                text,
                                "is no number, although most values of this column are: correct it, or leave it empty if it is unknown"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" 7", "7 ", "\t7", "1e400", "-1e999", "\"1,5\"", "\"1.234,5\"", "\"1,234.5\"", "Infinity", "-inf"
            })
    void misspeltNumbersAreRefusedWithTheirPlace(String number) {
        var problems = problemsOf("x,z,label\n1,2,a\n" + number + ",3,b\n");
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().row()).isEqualTo(2);
        assertThat(problems.getFirst().column()).isEqualTo("x");
        assertThat(problems.getFirst().value()).isEqualTo(number.replace("\"", ""));
    }

    @Test
    void germanNumbersAreRefusedWithTheFix() {
        assertThat(reasonsOf("x;label\n1,5;a\n2,5;b\n"))
                .containsExactly(
                        "Row 1, column x: \"1,5\" has a comma: write decimals with a point, and thousands without separator",
                        "Row 2, column x: \"2,5\" has a comma: write decimals with a point, and thousands without separator");
    }

    @Test
    void codesWithLettersAreCategories() {
        var dataset = read("floor,label\n1,a\n2,b\n2,b\n4+,a\n");
        assertThat(((CategoryColumn) dataset.column("floor")).categories()).containsExactly("1", "2", "4+");
    }

    @Test
    void columnsOfManyDifferentTextsAreText() {
        assertThat(read(rows("x,label", i -> "t" + i % 50 + ",a", 100))
                        .column("x")
                        .type())
                .isEqualTo(ColumnType.CATEGORY);
        var text = read(rows("x,label", i -> "t" + i % 51 + ",a", 100)).column("x");
        assertThat(text.type()).isEqualTo(ColumnType.TEXT);
        assertThat(text.value(52)).isEqualTo("t1");
    }

    @Test
    void isoDatesAreDates() {
        var dataset = read("a,b,c,d,label\n2024-02-29,2024-01-01T10:00:00Z,2024-01-01 10:00,2023-02-29,x\n"
                + "2025-01-01,2024-01-01T10:00:00.5+02:00,2024-12-31T23:59,2024-01-01,y\nNA,NA,NA,NA,z\n");
        assertThat(dataset.features())
                .extracting(Column::type)
                .containsExactly(ColumnType.DATE, ColumnType.DATE, ColumnType.DATE, ColumnType.CATEGORY);
        assertThat(dataset.column("a").value(0)).isEqualTo("2024-02-29");
        assertThat(dataset.column("a").isMissing(2)).isTrue();
    }

    @Test
    void columnWithoutAnyValueIsNoFeature() {
        assertThat(read("x,y,label\n,1,a\nNA,2,b\n").column("x").type()).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void taskFollowsFromTheTarget() {
        assertThat(read(rows("x,y", i -> "a," + i % 20, 40)).task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(read(rows("x,y", i -> "a," + i % 21, 42)).task()).isEqualTo(Task.REGRESSION);
        assertThat(read("x,y\n1,0.5\n2,1\n").task()).isEqualTo(Task.REGRESSION);
        assertThat(read("x,y\n1,0\n2,1\n", null, Task.REGRESSION).task()).isEqualTo(Task.REGRESSION);
        assertThat(read("x,y\n1,0.5\n2,1\n", null, Task.CLASSIFICATION).classes())
                .containsExactly("0.5", "1");
    }

    @Test
    void classesAreTheTextsAsTheyStand() {
        assertThat(read("x,y\n1,01\n2,1\n3,10\n4,9\n5,+1\n").classes()).containsExactly("+1", "01", "1", "10", "9");
        assertThat(read("x,y\n1,1.0\n2,0\n").classes()).containsExactly("0", "1.0");
    }

    @Test
    void classesAreSortedByCodePoint() {
        assertThat(read("x,y\n1,b\n2,a\n3,B\n4,\uFF5E\n5,\uD83D\uDE00\n6,ä\n").classes())
                .containsExactly("B", "a", "b", "ä", "\uFF5E", "\uD83D\uDE00");
    }

    @Test
    void unknownTargetIsRefusedWithTheNearestName() {
        var refusal = catchThrowableOfType(InvalidSpecException.class, () -> read("x,label\n1,a\n", "lable", null));
        assertThat(refusal.violations())
                .containsExactly(
                        new Violation("/target", "There is no column lable to be the target; did you mean label?"));
    }

    @Test
    void textCannotBeTheTargetOfARegression() {
        var refusal = catchThrowableOfType(
                DatasetInvalidException.class, () -> read("x,label\n1,a\n", null, Task.REGRESSION));
        assertThat(refusal).hasMessage("Column label: is the target of a regression but does not hold numbers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void emptyFilesAreRefused(String csv) {
        assertThat(reasonsOf(csv)).containsExactly("The file is empty: its first row must name the columns");
    }

    @Test
    void headersAreChecked() {
        assertThat(reasonsOf("x,label\n")).containsExactly("A dataset needs at least one example, but has none");
        assertThat(reasonsOf("x\n1\n"))
                .containsExactly("A dataset needs a target and at least one other column, but has 1 column");
        assertThat(reasonsOf("1.5,2,3\n1,2,3\n"))
                .containsExactly("The first row must name the columns, but it consists of numbers");
        assertThat(reasonsOf("x,,x, y,label\n1,2,3,4,5\n"))
                .containsExactly(
                        "Column 2 has no name",
                        "Column x: is there twice: names must be different",
                        "Column  y: has blanks around its name: remove them");
        assertThat(reasonsOf("\"a\nb\",label\n1,2\n"))
                .containsExactly("Column 1 must have a name of at most 200 characters on one line");
    }

    @Test
    void rowsOfOtherLengthAreRefusedTogether() {
        assertThat(reasonsOf("x,y,label\n1,2\n1,2,a\n1,2,3,4\n1\n"))
                .containsExactly(
                        "Row 1: has 2 values, but there are 3 columns",
                        "Row 3: has 4 values, but there are 3 columns",
                        "Row 4: has 1 value, but there are 3 columns");
    }

    @Test
    void quotesAreStrict() {
        assertThat(reasonsOf("x,label\n1,a\n2,\"b\n3,c\n"))
                .containsExactly("Row 2: opens a quote that is never closed");
        assertThat(reasonsOf("x,label\n1,\"a\"b\n2,c\n"))
                .containsExactly(
                        "Row 1: has characters after a closing quote: quotes inside a quoted value are doubled");
        assertThat(reasonsOf("x,label\n1,5\" pipe\n2,c\n"))
                .containsExactly(
                        "Row 1, column label: \"5\" pipe\" has a quote inside: put all of it into quotes and double that one");
        assertThat(reasonsOf("\"x,label\n1,2\n")).containsExactly("Row 1: opens a quote that is never closed");
    }

    @Test
    void otherEncodingsAreRefused() {
        var latin = "x,label\n1,fenêtre\n2,b\n".getBytes(StandardCharsets.ISO_8859_1);
        var refusal = catchThrowableOfType(DatasetInvalidException.class, () -> read(latin, null, null, LIMITS));
        assertThat(refusal.problems())
                .containsExactly(
                        new Problem(1, "label", "fen\uFFFDtre", "is not UTF-8: save the file in that encoding"));
        var header = "größe,label\n1,a\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(DatasetInvalidException.class, () -> read(header, null, null, LIMITS)))
                .hasMessageContaining("is not UTF-8");
        assertThat(reasonsOf("PK\u0003\u0004\0\0,label\n"))
                .containsExactly("This is no text file: save the table as CSV in UTF-8");
    }

    @Test
    void atMostTwentyProblemsAreTold() {
        assertThat(problemsOf(rows("x,label", i -> "1,2,3", 50))).hasSize(20);
        assertThat(problemsOf(rows("x,label", i -> (i % 3 == 0 ? "oops" : "1.5") + ",a", 90)))
                .hasSize(20);
    }

    @Test
    void longValuesAreShortenedInProblems() {
        var value = problemsOf("x,label\n1.5,a\n2.5,a\n" + "😀".repeat(500) + ",a\n")
                .getFirst()
                .value();
        assertThat(value).isEqualTo("😀".repeat(60) + "…");
    }

    @Test
    void limitsAreTold() {
        var limits = new DatasetLimits(3, 3, 2);
        assertThat(read("x,label\n1,a\n2,b\n3,a\n".getBytes(StandardCharsets.UTF_8), null, null, limits)
                        .examples())
                .isEqualTo(3);
        assertThat(limited("x,label\n1,a\n2,b\n3,a\n4,a\n5,b\n", limits))
                .isEqualTo("A dataset has at most 3 rows, but this one has more");
        assertThat(limited("x,y,z,label\n1,2,3,a\n", limits))
                .isEqualTo("A dataset has at most 3 columns, but this one has 4");
        assertThat(limited("x,label\n1,a\n2,b\n3,c\n", limits))
                .isEqualTo("Column label: is the target of a classification but has more than 2 classes");
    }

    private static String limited(String csv, DatasetLimits limits) {
        return String.valueOf(catchThrowableOfType(
                        DatasetInvalidException.class,
                        () -> read(csv.getBytes(StandardCharsets.UTF_8), null, null, limits))
                .getMessage());
    }

    @Test
    void overlongRowsAreRefused() {
        assertThat(reasonsOf("x,label\n1,\"" + "a\n".repeat(1 << 20) + "\n"))
                .allMatch(reason -> reason.startsWith("Row 1: "));
    }

    @Test
    void targetWithoutValuesIsRefused() {
        assertThat(reasonsOf("x,label\n1,NA\n2,\n"))
                .containsExactly("Column label: is the target but has no value at all");
    }

    private static String rows(String header, java.util.function.IntFunction<String> row, int count) {
        return header + "\n" + IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n"));
    }

    @Test
    void failuresBeneathTheParserAreNoMistakesOfTheFile() {
        var rows = ("a,b\n" + "1,2\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        for (var failure : List.of(new OutOfMemoryError("no memory"), new IllegalStateException("gone"))) {
            var failing = new InputStream() {
                @Override
                public int read() {
                    if (failure instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) failure;
                }
            };
            var body = new SequenceInputStream(new ByteArrayInputStream(rows), failing);
            assertThatThrownBy(() -> Csv.read(body, DatasetSpec.named("test"), DatasetLimits.standard()))
                    .isSameAs(failure);
        }
    }
}
