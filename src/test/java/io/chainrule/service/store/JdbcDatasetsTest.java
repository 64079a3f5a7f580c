package io.chainrule.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.ColumnType;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.Table;
import io.chainrule.learning.dataset.Task;
import io.chainrule.service.job.DatasetFilter;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.Examples;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.job.PageRequest;
import io.chainrule.service.job.SampleProtectedException;
import io.chainrule.service.job.SettableClock;
import io.chainrule.service.job.StoredDataset;
import io.chainrule.service.job.StoredDataset.Feature;
import io.chainrule.service.job.StoredDataset.LabelCount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class JdbcDatasetsTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock();
    private Stores stores;
    private Datasets datasets;

    @BeforeEach
    void open() {
        stores = new Stores(vendor, directory, clock);
        datasets = stores.datasets();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void summaryTellsFeaturesAndClasses() {
        var saved = datasets.save(Examples.twoSides("two-sides"));
        assertThat(saved.id()).startsWith("ds_");
        assertThat(saved.createdAt()).isEqualTo(clock.instant());
        assertThat(saved.examples()).isEqualTo(8);
        assertThat(saved.target()).isEqualTo("label");
        assertThat(saved.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(saved.features())
                .containsExactly(
                        new Feature("x1", ColumnType.NUMBER, 0),
                        new Feature("x2", ColumnType.NUMBER, 0),
                        new Feature("shade", ColumnType.CATEGORY, 1));
        assertThat(saved.classes()).containsExactly(new LabelCount("blue", 4), new LabelCount("red", 4));
        assertThat(datasets.find(saved.id())).contains(saved);
    }

    @Test
    void datasetThatIsReadAgainIsTheSameAndGoneOnceItIsDeletedBySomebodyElse() {
        var id = datasets.save(Examples.twoSides("two-sides")).id();
        var read = datasets.read(id).orElseThrow();
        assertThat(datasets.read(id).orElseThrow()).isSameAs(read);
        stores.datasets().delete(id);
        assertThat(datasets.read(id)).isEmpty();
    }

    @Test
    void datasetReadsBackAsItWasSaved() {
        var dataset = Examples.twoSides("two-sides");
        var read = datasets.read(datasets.save(dataset).id()).orElseThrow();
        assertThat(read.name()).isEqualTo("two-sides");
        assertThat(read.digest()).isEqualTo(dataset.digest());
        assertThat(read.column("x2").value(1)).isEqualTo(2.5);
        assertThat(read.column("shade").value(3)).isNull();
    }

    @Test
    void datasetOfManyChunksReadsBackAsItWasSaved() {
        int rows = 400_000;
        var random = new Random(1);
        var numbers =
                new NumberColumn("x", random.doubles(rows).map(x -> x * 7 - 3).toArray());
        var labels = new CategoryColumn(
                "label", List.of("a", "b"), random.ints(rows, 0, 2).toArray());
        var dataset = new Dataset("large", new Table(List.of(numbers, labels)), "label", Task.CLASSIFICATION);
        var id = datasets.save(dataset).id();
        assertThat(stores.database()
                        .sql("select count(*) from dataset_chunk")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(datasets.read(id).orElseThrow().digest()).isEqualTo(dataset.digest());
    }

    @Test
    void unknownIdsAreAbsent() {
        assertThat(datasets.find("ds_x")).isEmpty();
        assertThat(datasets.read("ds_x")).isEmpty();
        assertThatThrownBy(() -> datasets.delete("ds_x")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void listIsNewestFirstAndFiltersByName() {
        for (var name : List.of("a", "b", "a")) {
            clock.advance(Duration.ofSeconds(1));
            datasets.save(Examples.twoSides(name));
        }
        assertThat(datasets.list(DatasetFilter.ALL, PageRequest.first(9)).items())
                .extracting(StoredDataset::name)
                .containsExactly("a", "b", "a");
        var first = datasets.list(DatasetFilter.ALL, PageRequest.first(2));
        assertThat(datasets.list(DatasetFilter.ALL, new PageRequest(2, first.nextToken()))
                        .items())
                .hasSize(1);
        assertThat(datasets.list(new DatasetFilter("a"), PageRequest.first(9)).items())
                .hasSize(2);
    }

    @Test
    void deletingADatasetLeavesNothingOfIt() {
        var id = datasets.save(Examples.twoSides("two-sides")).id();
        datasets.delete(id);
        assertThat(datasets.find(id)).isEmpty();
        assertThat(datasets.read(id)).isEmpty();
    }

    @Test
    void sampleStays() {
        datasets.save("sample-two-sides", Examples.twoSides("two-sides"));
        assertThatThrownBy(() -> datasets.delete("sample-two-sides")).isInstanceOf(SampleProtectedException.class);
        assertThat(datasets.find("sample-two-sides")).isPresent();
    }
}
