package io.chainrule.service.web;

import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.export.OnnxModel;
import io.chainrule.service.export.Precision;
import io.chainrule.service.job.Models;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Models for other runtimes.
@RestController
@Tag(name = "Models")
class OnnxController {

    private final Models models;

    OnnxController(Models models) {
        this.models = models;
    }

    @Operation(
            operationId = "exportModel",
            summary = "Download a model as ONNX",
            description =
                    "An input for each feature, in raw units: encoding and scaling are inside. Outputs are `label`"
                            + " and `probabilities`, or `value`.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @Refuses(ProblemCode.NOT_EXPORTABLE)
    @GetMapping(path = "/v1/models/{id}/model.onnx", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> export(
            @Parameter(example = ModelController.SAMPLE) @PathVariable String id, @Query ExportQuery query) {
        var model = models.read(id).orElseThrow(() -> new NotFoundException("model", id));
        var file = ContentDisposition.attachment().filename(id + ".onnx").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(OnnxModel.of(model, id, query.precision()));
    }

    record ExportQuery(
            @Setting(help = "Bytes a number", byDefault = "\"float32\"")
            Precision precision) {

        ExportQuery {
            Settings.require(ExportQuery.class, precision);
        }
    }
}
