package io.chainrule.service.web;

import io.chainrule.service.job.TrainingJobs;
import io.chainrule.service.web.openapi.Accepted;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What can be asked of a training job that is not finished.
@RestController
@RequestMapping(path = "/v1/training-jobs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Training jobs")
class JobActionController {

    private final TrainingJobs jobs;
    private final JobViews views;

    JobActionController(TrainingJobs jobs, JobViews views) {
        this.jobs = jobs;
        this.views = views;
    }

    @Operation(
            operationId = "cancelTrainingJob",
            summary = "Cancel a training job",
            description =
                    "A queued or paused job at once, a running one at its next step. Asking again changes nothing.")
    @Accepted
    @Refuses(ProblemCode.STATE_CONFLICT)
    @PostMapping("/cancel")
    ResponseEntity<JobView> cancel(@Parameter(example = TrainingJobController.SAMPLE) @PathVariable String id) {
        return views.accepted(jobs.cancel(id));
    }

    @Operation(
            operationId = "pauseTrainingJob",
            summary = "Pause a training job",
            description = "A queued job at once, a running one as soon as it has written a checkpoint. Asking again"
                    + " changes nothing.")
    @Accepted
    @Refuses(ProblemCode.STATE_CONFLICT)
    @PostMapping("/pause")
    ResponseEntity<JobView> pause(@Parameter(example = TrainingJobController.SAMPLE) @PathVariable String id) {
        return views.accepted(jobs.pause(id));
    }

    @Operation(
            operationId = "resumeTrainingJob",
            summary = "Resume a paused training job",
            description = "It is queued again and goes on from its checkpoint, to the same bits as if it had never been"
                    + " paused. Asking again changes nothing.")
    @Accepted
    @Refuses(ProblemCode.STATE_CONFLICT)
    @PostMapping("/resume")
    ResponseEntity<JobView> resume(@Parameter(example = TrainingJobController.SAMPLE) @PathVariable String id) {
        return views.accepted(jobs.resume(id));
    }
}
