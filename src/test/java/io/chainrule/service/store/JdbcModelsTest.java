package io.chainrule.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.model.Model;
import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.TrainingRun;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.job.Examples;
import io.chainrule.service.job.ModelFilter;
import io.chainrule.service.job.Models;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.job.PageRequest;
import io.chainrule.service.job.SettableClock;
import io.chainrule.service.job.StoredModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class JdbcModelsTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock();
    private Stores stores;
    private Models models;

    @BeforeEach
    void open() {
        stores = new Stores(vendor, directory, clock);
        models = stores.models();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private Model save(String id, String json) {
        var spec = Examples.spec(json);
        var dataset = json.contains("\"steep\"") ? Examples.steep("steep") : Examples.twoSides("two-sides");
        var run = TrainingRun.of(spec, dataset);
        Epoch last;
        do {
            last = run.next();
        } while (!run.isFinished());
        models.save(about(id, run.spec(), last), run.model());
        return run.model();
    }

    private StoredModel about(String id, TrainingSpec spec, Epoch last) {
        clock.advance(Duration.ofSeconds(1));
        return new StoredModel(id, clock.instant(), "", "job_of_" + id, spec, "sha256:ab", 6, last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dataset\": \"two-sides\", \"missing\": \"mean\", \"epochs\": 3}",
                "{\"dataset\": \"two-sides\", \"missing\": \"drop\", \"epochs\": 3, \"standardize\": true,"
                        + " \"model\": {\"type\": \"mlp\", \"hidden\": [5], \"activation\": \"tanh\"}}",
                "{\"dataset\": \"two-sides\", \"target\": \"x2\", \"missing\": \"mean\", \"epochs\": 3,"
                        + " \"features\": [\"x1\", \"shade\"]}",
                "{\"dataset\": \"steep\", \"epochs\": 3, \"standardize\": true}"
            })
    void modelReadsBackWithEveryBit(String spec) {
        var model = save("mdl_1", spec);
        var read = models.read("mdl_1").orElseThrow();
        assertThat(read.spec()).isEqualTo(model.spec());
        assertThat(read.link()).isEqualTo(model.link());
        assertThat(read.encoding()).isEqualTo(model.encoding());
        assertThat(read.features()).isEqualTo(model.features());
        assertThat(read.parameters().toBytes()).isEqualTo(model.parameters().toBytes());
    }

    @Test
    void readModelPredictsTheSame() {
        var spec = "{\"dataset\": \"two-sides\", \"missing\": \"mean\", \"standardize\": true, \"epochs\": 9}";
        var model = save("mdl_1", spec);
        var row = List.of(Map.of("x1", 0.3, "x2", -1.2, "shade", "dark"));
        var read = models.read("mdl_1").orElseThrow();
        assertThat(read.outputs(read.encoding().encode(row)).prediction(0, 1))
                .isEqualTo(model.outputs(model.encoding().encode(row)).prediction(0, 1));
    }

    @Test
    void modelOfManyChunksReadsBackWithEveryBit() {
        var model = save(
                "mdl_1",
                "{\"dataset\": \"steep\", \"epochs\": 1, \"standardize\": true,"
                        + " \"model\": {\"type\": \"mlp\", \"hidden\": [512, 512]}}");
        assertThat(stores.database()
                        .sql("select count(*) from model_chunk")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(models.read("mdl_1").orElseThrow().parameters().hash())
                .isEqualTo(model.parameters().hash());
    }

    @Test
    void listTellsWhereModelsComeFrom() {
        save("mdl_1", "{\"dataset\": \"steep\", \"epochs\": 1, \"standardize\": true}");
        save(
                "mdl_2",
                "{\"dataset\": \"two-sides\", \"features\": [\"x1\"], \"epochs\": 2, \"model\": {\"type\": \"mlp\"}}");
        assertThat(models.list(ModelFilter.ALL, PageRequest.first(9)).items())
                .extracting(StoredModel::id)
                .containsExactly("mdl_2", "mdl_1");
        assertThat(models.list(new ModelFilter(null, "steep", null), PageRequest.first(9))
                        .items())
                .extracting(StoredModel::job)
                .containsExactly("job_of_mdl_1");
        assertThat(models.list(new ModelFilter(null, null, "mlp"), PageRequest.first(9))
                        .items())
                .extracting(StoredModel::id)
                .containsExactly("mdl_2");
        assertThat(models.list(new ModelFilter("job_of_mdl_1", null, null), PageRequest.first(9))
                        .items())
                .hasSize(1);
        var found = models.find("mdl_2").orElseThrow();
        assertThat(found.metrics().number()).isEqualTo(2);
        assertThat(found.spec().seed()).isZero();
    }

    @Test
    void deletedModelIsGone() {
        save("mdl_1", "{\"dataset\": \"steep\", \"epochs\": 1, \"standardize\": true}");
        models.delete("mdl_1");
        assertThat(models.find("mdl_1")).isEmpty();
        assertThat(models.read("mdl_1")).isEmpty();
        assertThatThrownBy(() -> models.delete("mdl_1")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> models.delete("sample-x")).isInstanceOf(NotFoundException.class);
    }
}
