package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SampleDataTest {

    static Dataset sample(String name, String target) {
        try (var stream = stream(name + ".csv")) {
            return Csv.read(stream, new DatasetSpec(name, target, null), DatasetLimits.standard());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static InputStream stream(String file) {
        return Objects.requireNonNull(SampleDataTest.class.getResourceAsStream("/sample-data/" + file), file);
    }

    @Test
    void twoCloudsHaveFiftyExamplesOfEachColour() {
        var dataset = sample("two-clouds", "label");
        assertThat(dataset.examples()).isEqualTo(100);
        assertThat(dataset.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(dataset.classes()).containsExactly("blue", "red");
        assertThat(dataset.classCounts()).containsExactly(50, 50);
        assertThat(dataset.features()).extracting(Column::name).containsExactly("x1", "x2");
        assertThat(dataset.features()).allMatch(NumberColumn.class::isInstance);
    }

    @Test
    void fourSectionsHaveTenExamplesOfEach() {
        var dataset = sample("four-sections", "label");
        assertThat(dataset.classes()).containsExactly("first", "fourth", "second", "third");
        assertThat(dataset.classCounts()).containsExactly(10, 10, 10, 10);
    }

    @Test
    void penguinsHaveNumbersCategoriesAndMissingValues() {
        var dataset = sample("penguins", "species");
        assertThat(dataset.examples()).isEqualTo(344);
        assertThat(dataset.classes()).containsExactly("Adelie", "Chinstrap", "Gentoo");
        assertThat(dataset.classCounts()).containsExactly(152, 68, 124);
        assertThat(dataset.columns())
                .extracting(Column::type)
                .containsExactly(
                        ColumnType.CATEGORY,
                        ColumnType.CATEGORY,
                        ColumnType.NUMBER,
                        ColumnType.NUMBER,
                        ColumnType.NUMBER,
                        ColumnType.NUMBER,
                        ColumnType.CATEGORY,
                        ColumnType.NUMBER);
        assertThat(dataset.column("bill_length_mm").missing()).isEqualTo(2);
        assertThat(dataset.column("sex").missing()).isEqualTo(11);
        var names = Features.of(dataset, null).names();
        assertThat(UsableRows.of(dataset, names, MissingValues.DROP).rows()).hasSize(333);
    }

    @Test
    void datasetsAndJobsArePackedBesideThem() throws IOException {
        for (var file : new String[] {
            "datasets.json",
            "README.md",
            "jobs/two-clouds-linear.json",
            "jobs/four-sections-linear.json",
            "jobs/four-sections-mlp.json",
            "jobs/penguins-linear.json"
        }) {
            try (var stream = stream(file)) {
                assertThat(stream.readAllBytes()).as(file).isNotEmpty();
            }
        }
    }
}
