package io.chainrule.service.web;

import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.job.TrainingJobs;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import tools.jackson.core.exc.JacksonIOException;

/// What happens to a job, told as it happens.
@RestController
@Tag(name = "Training jobs")
class JobEventController {

    private static final Logger LOG = LoggerFactory.getLogger(JobEventController.class);

    private final TrainingJobs jobs;
    private final EventFeed feed;

    JobEventController(TrainingJobs jobs, EventFeed feed) {
        this.jobs = jobs;
        this.feed = feed;
    }

    @Operation(
            operationId = "followTrainingJob",
            summary = "Follow a training job",
            description = "Server-sent events, each sent once it is true for good: `state` for every change of state,"
                    + " `metrics` with the newest epochs in columns, `checkpoint`, and `end` as the last one. Their ids"
                    + " are numbered from 1 without gaps. A reader that was cut off goes on behind the id it names.")
    @Parameter(
            name = LastEventId.HEADER,
            in = ParameterIn.HEADER,
            description = "The id of the newest event that is known; goes before `after`",
            schema = @Schema(type = "string", pattern = "^[0-9]{1,18}$"))
    @ApiResponse(
            responseCode = "200",
            description = "Events as they happen",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(name = "a checkpoint, and the end", value = """
                                            id: 4
                                            event: checkpoint
                                            data: {"epoch":500,"step":500}

                                            id: 6
                                            event: end
                                            data: {"state":"succeeded"}

                                            """)))
    @ApiResponse(responseCode = "204", description = "The job has ended, and all of it is known", content = @Content)
    @GetMapping(path = "/v1/training-jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void follow(
            @Parameter(example = TrainingJobController.SAMPLE) @PathVariable String id,
            @Query EventQuery query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        var job = jobs.get(id);
        long after = LastEventId.of(request).orElse(query.after());
        if (job.state().isFinal() && after >= job.events()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        ShallowEtagHeaderFilter.disableContentCaching(request);
        try {
            if (HttpMethod.HEAD.matches(request.getMethod())) {
                EventStream.begin(response);
            } else {
                feed.send(id, after, response);
            }
        } catch (IOException | JacksonIOException gone) {
            LOG.debug("The reader of the events of {} has gone", id, gone);
        } catch (DataAccessException away) {
            LOG.warn("The events of {} cannot be read, so its reader has to come back: {}", id, away.getMessage());
        }
    }

    record EventQuery(
            @Setting(help = "Only what comes after the event of this id", byDefault = "0", min = 0)
            long after) {

        EventQuery {
            Settings.require(EventQuery.class, after);
        }
    }
}
