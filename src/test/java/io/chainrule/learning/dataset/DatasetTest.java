package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {

    private static final Dataset PENGUINS = SampleDataTest.sample("penguins", "species");

    @Test
    void anotherTargetBringsItsOwnTask() {
        assertThat(PENGUINS.withTarget("species", null)).isSameAs(PENGUINS);
        var mass = PENGUINS.withTarget("body_mass_g", null);
        assertThat(mass.task()).isEqualTo(Task.REGRESSION);
        assertThat(mass.features()).contains(PENGUINS.column("species"));
        var year = PENGUINS.withTarget("year", null);
        assertThat(year.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(year.classes()).containsExactly("2007", "2008", "2009");
        assertThat(year.classCounts()).containsExactly(110, 114, 120);
        assertThat(PENGUINS.withTarget("year", Task.REGRESSION).task()).isEqualTo(Task.REGRESSION);
    }

    @Test
    void digestDependsOnContentOrderTargetAndTaskAlone() {
        var dataset = CsvTest.read("a,b,c\n1,2,x\n3,4,y\n");
        assertThat(dataset.digest()).matches("sha256:[0-9a-f]{64}");
        assertThat(CsvTest.read("a;b;\"c\"\r\n1.0;2e0;x\r\n3;+4;y").digest()).isEqualTo(dataset.digest());
        assertThat(new Dataset("other", dataset.table(), "c", Task.CLASSIFICATION).digest())
                .isEqualTo(dataset.digest());
        assertThat(List.of(
                        CsvTest.read("b,a,c\n2,1,x\n4,3,y\n"),
                        CsvTest.read("a,b,c\n3,4,y\n1,2,x\n"),
                        CsvTest.read("a,b,d\n1,2,x\n3,4,y\n"),
                        CsvTest.read("a,b,c\n1,2,x\n3,4,z\n"),
                        CsvTest.read("a,b,c\n1,2,x\n3,,y\n"),
                        CsvTest.read("a,b,c\n1,2,x\n3,4,y\n", "b", null),
                        CsvTest.read("a,b,c\n1,2,x\n3,4,y\n", "b", Task.REGRESSION)))
                .extracting(Dataset::digest)
                .doesNotHaveDuplicates()
                .doesNotContain(dataset.digest());
    }

    @Test
    void impossibleDatasetsCannotBeBuilt() {
        var numbers = new NumberColumn("x", 1, 2);
        var labels = new CategoryColumn("y", List.of("a", "b"), 0, 1);
        var table = new Table(List.of(numbers, labels));
        assertThatThrownBy(() -> new Dataset("d", table, "z", Task.REGRESSION))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Dataset("d", table, "y", Task.REGRESSION))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Dataset("d", table, "x", Task.CLASSIFICATION))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Table(List.of(numbers, new NumberColumn("z", 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Table(List.of(numbers, numbers))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CategoryColumn("y", List.of("b", "a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CategoryColumn("y", List.of("a"), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NumberColumn("x", Double.NEGATIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void columnsKeepTheirValues() {
        var values = new double[] {1, 2};
        var column = new NumberColumn("x", values);
        values[0] = 5;
        assertThat(column.at(0)).isEqualTo(1);
    }
}
