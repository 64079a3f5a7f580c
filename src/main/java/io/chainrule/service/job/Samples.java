package io.chainrule.service.job;

import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.access.Caller;
import io.chainrule.service.job.experiment.ExperimentSpec;
import io.chainrule.service.json.SpecReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Loads the bundled datasets and runs the bundled jobs and experiments at first start, so that every example has
/// something to show.
///
/// A dataset `x` gets the id `sample-x`, a job of the file `y.json` and its model `sample-y`, an experiment of `z.json`
/// `sample-z` and its job `one` `sample-z-one`. What is there already stays.
@Component
@Order(Samples.ORDER)
class Samples implements ApplicationRunner {

    static final int ORDER = 0;

    private static final Logger LOG = LoggerFactory.getLogger(Samples.class);
    private static final String FOLDER = "classpath:/sample-data/";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Datasets datasets;
    private final TrainingJobs jobs;
    private final Experiments experiments;
    private final boolean areWanted;

    Samples(
            Datasets datasets,
            TrainingJobs jobs,
            Experiments experiments,
            @Value("${chainrule.samples:true}") boolean areWanted) {
        this.datasets = datasets;
        this.jobs = jobs;
        this.experiments = experiments;
        this.areWanted = areWanted;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        if (areWanted) {
            Caller.service().call(() -> {
                load();
                return true;
            });
        }
    }

    private void load() throws IOException, InterruptedException {
        var loaded = loadDatasets();
        var submitted = submitJobs();
        submitted.addAll(submitExperiments());
        if (!loaded.isEmpty() || !submitted.isEmpty()) {
            awaitEnd(submitted);
            LOG.info("Loaded {} sample datasets and ran {} sample jobs", loaded.size(), submitted.size());
        }
    }

    private List<String> loadDatasets() throws IOException {
        var loaded = new ArrayList<String>();
        for (var json : read(resources.getResource(FOLDER + "datasets.json")).get("datasets")) {
            var sample = SpecReader.read(json, SampleDataset.class);
            if (datasets.find(sample.id()).isEmpty() && load(sample)) {
                loaded.add(sample.id());
            }
        }
        return loaded;
    }

    private boolean load(SampleDataset sample) throws IOException {
        try (var csv = resources.getResource(FOLDER + sample.file()).getInputStream()) {
            datasets.save(sample.id(), Csv.read(csv, sample.spec(), DatasetLimits.standard()));
            return true;
        } catch (DuplicateKeyException anotherProcessWasFaster) {
            return false;
        }
    }

    private List<String> submitJobs() throws IOException {
        var submitted = new ArrayList<String>();
        for (var file : files("jobs")) {
            var id = id(file);
            if (jobs.find(id).isEmpty()) {
                var spec = SpecReader.read(read(file), TrainingSpec.class);
                if (isFirst(id, () -> jobs.submit(id, spec))) {
                    submitted.add(id);
                }
            }
        }
        return submitted;
    }

    private List<String> submitExperiments() throws IOException {
        var submitted = new ArrayList<String>();
        for (var file : files("experiments")) {
            var id = id(file);
            if (experiments.find(id).isEmpty()) {
                var spec = SpecReader.read(read(file), ExperimentSpec.class);
                if (isFirst(id, () -> experiments.submitSample(id, spec))) {
                    experiments.jobs(id).forEach(job -> submitted.add(job.id()));
                }
            }
        }
        return submitted;
    }

    private Resource[] files(String folder) throws IOException {
        var files = resources.getResources(FOLDER + folder + "/*.json");
        Arrays.sort(files, Comparator.comparing(Samples::name));
        return files;
    }

    private static String id(Resource file) {
        return Identifiers.SAMPLE + name(file).replaceFirst("\\.json$", "");
    }

    /// Another process may have been faster, and whoever runs this one may allow less than a sample needs.
    private static boolean isFirst(String id, Runnable submission) {
        try {
            submission.run();
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        } catch (BudgetExceededException | InvalidSpecException beyondLimits) {
            LOG.warn("Leaves {} out: {}", id, beyondLimits.getMessage());
            return false;
        }
    }

    /// They take moments, and whoever waits for the service to be ready may count on them.
    private void awaitEnd(List<String> ids) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var id : ids) {
            while (!jobs.get(id).state().isFinal()) {
                if (System.nanoTime() > deadline) {
                    LOG.warn(
                            "Sample job {} is still {}; it goes on in the background",
                            id,
                            jobs.get(id).state());
                    return;
                }
                Thread.sleep(GLANCE);
            }
        }
    }

    private JsonNode read(Resource resource) throws IOException {
        try (var stream = resource.getInputStream()) {
            return mapper.readTree(stream);
        }
    }

    private static String name(Resource file) {
        return Objects.requireNonNull(file.getFilename());
    }
}
