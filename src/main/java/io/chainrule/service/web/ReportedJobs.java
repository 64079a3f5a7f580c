package io.chainrule.service.web;

import io.chainrule.learning.model.Model;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Preparation;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.JobResult;
import io.chainrule.service.job.Models;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.TrainingJobs;
import io.chainrule.service.web.report.ReportedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Brings jobs together with what is kept of them elsewhere, for reports and pictures.
@Component
class ReportedJobs {

    private final TrainingJobs jobs;
    private final Datasets datasets;
    private final Models models;

    ReportedJobs(TrainingJobs jobs, Datasets datasets, Models models) {
        this.jobs = jobs;
        this.datasets = datasets;
        this.models = models;
    }

    ReportedJob of(TrainingJob job) {
        return of(List.of(job), 1).getFirst();
    }

    /// The jobs in their order. Those that learned from the same examples share them.
    ///
    /// @param shown so many have history and model with them; the others are there in numbers only
    List<ReportedJob> of(List<TrainingJob> jobs, int shown) {
        var reported = new ArrayList<ReportedJob>();
        for (var job : jobs) {
            var data = reported.stream()
                    .filter(other -> isSameData(other.job().spec(), job.spec()))
                    .findFirst()
                    .map(ReportedJob::data)
                    .orElseGet(() -> data(job));
            reported.add(
                    reported.size() < shown
                            ? new ReportedJob(job, history(job), data, model(job))
                            : new ReportedJob(job, null, data, null));
        }
        return reported;
    }

    private static boolean isSameData(TrainingSpec one, TrainingSpec other) {
        return one.dataset().equals(other.dataset())
                && Objects.equals(one.target(), other.target())
                && Objects.equals(one.features(), other.features())
                && Objects.equals(one.loss(), other.loss())
                && one.validation().equals(other.validation())
                && one.missing() == other.missing()
                && (one.seed() == other.seed() || one.validation().share() == 0);
    }

    private History.@Nullable Rows history(TrainingJob job) {
        return jobs.history(job.id()).map(History::snapshot).orElse(null);
    }

    private @Nullable Model model(TrainingJob job) {
        return job.result().map(JobResult::model).flatMap(models::read).orElse(null);
    }

    private ReportedJob.@Nullable Data data(TrainingJob job) {
        return datasets.read(job.spec().dataset())
                .map(dataset -> Preparation.of(job.spec(), dataset))
                .map(prepared -> new ReportedJob.Data(prepared.dataset(), prepared.split()))
                .orElse(null);
    }
}
