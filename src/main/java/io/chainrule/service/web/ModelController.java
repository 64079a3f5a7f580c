package io.chainrule.service.web;

import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.job.ModelFilter;
import io.chainrule.service.job.Models;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What succeeded training jobs leave behind.
@RestController
@RequestMapping(path = "/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Models")
class ModelController {

    static final String PATH = "/v1/models/";
    static final String SAMPLE = "sample-two-clouds-linear";

    private final Models models;

    ModelController(Models models) {
        this.models = models;
    }

    @Operation(operationId = "listModels", summary = "List models", description = "Newest first.")
    @GetMapping
    ResponseEntity<ModelListView> list(@Query ModelListQuery query) {
        var filter = new ModelFilter(query.job(), query.dataset(), query.modelType());
        var page = models.list(filter, query.toPageRequest());
        var items = page.items().stream().map(ModelView::of).toList();
        return PageLinks.answer(new ModelListView(items, page.nextToken()));
    }

    @Operation(
            operationId = "getModel",
            summary = "Describe a model",
            description = "Its specification, how well it does, and where it comes from.")
    @GetMapping("/{id}")
    ModelView get(@Parameter(example = SAMPLE) @PathVariable String id) {
        return models.find(id).map(ModelView::of).orElseThrow(() -> notFound(id));
    }

    @Operation(
            operationId = "getModelParameters",
            summary = "Read a model's parameters",
            description = "Weights and biases in layer order: a row of weights for each input, a column for each unit."
                    + " For an expression, its parameters and, if it was fitted by squared-error to more examples than"
                    + " it has parameters, their standard errors as at a minimum: the roots of the diagonal of"
                    + " s^2 (J'J)^-1, where J are the derivatives of the residuals and s is their standard deviation.")
    @GetMapping("/{id}/parameters")
    ParametersView parameters(@Parameter(example = SAMPLE) @PathVariable String id) {
        return ParametersView.of(id, models.read(id).orElseThrow(() -> notFound(id)));
    }

    @Operation(operationId = "deleteModel", summary = "Delete a model", description = "Samples stay.")
    @ApiResponse(responseCode = "204", description = "It is gone", content = @Content)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@Parameter(example = SAMPLE) @PathVariable String id) {
        models.delete(id);
        return ResponseEntity.noContent().build();
    }

    private static NotFoundException notFound(String id) {
        return new NotFoundException("model", id);
    }

    record ModelListQuery(
            @Setting(help = "Only the model of the job of this id") @Nullable
            String job,

            @Setting(help = "Only models trained on the dataset of this id") @Nullable
            String dataset,

            @Setting(help = "Only models of this type", example = "\"mlp\"") @Nullable
            String modelType,

            @Setting(help = PAGE_SIZE_HELP, byDefault = "50", min = 1, max = MOST_ITEMS, maxLimit = ITEMS_LIMIT)
            int pageSize,

            @Setting(help = PAGE_TOKEN_HELP) @Nullable String pageToken)
            implements PageQuery {

        ModelListQuery {
            Settings.require(ModelListQuery.class, job, dataset, modelType, pageSize, pageToken);
            KnownNames.require("modelType", modelType, KnownNames.of(ModelSpec.class));
        }
    }

    record ModelListView(List<ModelView> items, @Nullable String nextPageToken) implements PageView {}
}
