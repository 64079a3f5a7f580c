package io.chainrule.service.web;

import io.chainrule.service.job.Experiments;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.TrainingJobs;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Shows jobs with what is known of them elsewhere: the experiment they belong to, and their place in the queue.
@Component
class JobViews {

    private final TrainingJobs jobs;
    private final Experiments experiments;

    JobViews(TrainingJobs jobs, Experiments experiments) {
        this.jobs = jobs;
        this.experiments = experiments;
    }

    JobView of(TrainingJob job) {
        return of(List.of(job)).getFirst();
    }

    /// All of them with one look at each.
    List<JobView> of(List<TrainingJob> page) {
        var experiment = experiments.ofJobs(page);
        var place = jobs.queuePositions(page);
        return page.stream()
                .map(job -> JobView.of(job, experiment.get(job.id()), place.get(job.id())))
                .toList();
    }

    /// The job as its own status monitor.
    ResponseEntity<JobView> accepted(TrainingJob job) {
        return ResponseEntity.accepted()
                .location(URI.create(TrainingJobController.PATH + job.id()))
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(of(job));
    }
}
