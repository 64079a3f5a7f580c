package io.chainrule.service.web;

import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.job.DatasetFilter;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.request.Parameters;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/// Examples to learn from: uploaded once, never changed.
@RestController
@RequestMapping(path = "/v1/datasets", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Datasets")
class DatasetController {

    static final String TEXT_CSV = "text/csv";
    static final String SAMPLE = "sample-two-clouds";

    private static final String UPLOAD = "Upload a dataset";
    private static final String UPLOAD_HELP =
            "As a CSV body, as a form with a file, or as JSON with `columns`, `rows` or `generate`. "
                    + "With a CSV body, name, target and task are query parameters.";

    private final Datasets datasets;
    private final DatasetLimits limits;

    DatasetController(Datasets datasets, DatasetLimits limits) {
        this.datasets = datasets;
        this.limits = limits;
    }

    @Operation(operationId = "createDataset", summary = UPLOAD, description = UPLOAD_HELP)
    @Created
    @Refuses(ProblemCode.DATASET_INVALID)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DatasetView> create(@RequestBody DatasetRequest request) {
        return created(request.toDataset(limits));
    }

    @Operation(operationId = "createDataset", summary = UPLOAD, description = UPLOAD_HELP)
    @Created
    @Refuses(ProblemCode.DATASET_INVALID)
    @PostMapping(consumes = TEXT_CSV)
    ResponseEntity<DatasetView> create(@Query DatasetSpec spec, @Parameter(hidden = true) InputStream body)
            throws IOException {
        return created(Parameters.checking(() -> Csv.read(body, spec, limits)));
    }

    @Operation(operationId = "createDataset", summary = UPLOAD, description = UPLOAD_HELP)
    @Created
    @Refuses(ProblemCode.DATASET_INVALID)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DatasetView> create(@Parameter(hidden = true) MultipartHttpServletRequest form) throws IOException {
        return created(DatasetForm.of(form).toDataset(limits));
    }

    private ResponseEntity<DatasetView> created(Dataset dataset) {
        var view = DatasetView.of(datasets.save(dataset));
        return ResponseEntity.created(URI.create("/v1/datasets/" + view.id())).body(view);
    }

    @Operation(operationId = "listDatasets", summary = "List datasets", description = "Newest first.")
    @GetMapping
    ResponseEntity<DatasetListView> list(@Query DatasetListQuery query) {
        var page = datasets.list(new DatasetFilter(query.name()), query.toPageRequest());
        var items = page.items().stream().map(DatasetView::of).toList();
        return PageLinks.answer(new DatasetListView(items, page.nextToken()));
    }

    @Operation(operationId = "getDataset", summary = "Describe a dataset", description = "Its columns and classes.")
    @GetMapping("/{id}")
    DatasetView get(@Parameter(example = SAMPLE) @PathVariable String id) {
        return datasets.find(id).map(DatasetView::of).orElseThrow(() -> new NotFoundException("dataset", id));
    }

    @Operation(
            operationId = "deleteDataset",
            summary = "Delete a dataset",
            description = "Models keep what they need of their data and outlive it. Samples stay.")
    @ApiResponse(responseCode = "204", description = "It is gone", content = @Content)
    @Refuses(ProblemCode.DATASET_IN_USE)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@Parameter(example = SAMPLE) @PathVariable String id) {
        datasets.delete(id);
        return ResponseEntity.noContent().build();
    }

    /// Told in full with each of the three methods: of several, the document keeps the body of any.
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(responseCode = "201", description = "The dataset is stored", useReturnTypeSchema = true)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = DatasetRequest.class)),
                @Content(mediaType = TEXT_CSV, schema = @Schema(type = "string")),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                        schema = @Schema(implementation = DatasetForm.DatasetFields.class))
            })
    @interface Created {}

    record DatasetListQuery(
            @Setting(help = "Only datasets of this name") @Nullable
            String name,

            @Setting(help = PAGE_SIZE_HELP, byDefault = "50", min = 1, max = MOST_ITEMS, maxLimit = ITEMS_LIMIT)
            int pageSize,

            @Setting(help = PAGE_TOKEN_HELP) @Nullable String pageToken)
            implements PageQuery {

        DatasetListQuery {
            Settings.require(DatasetListQuery.class, name, pageSize, pageToken);
        }
    }

    record DatasetListView(
            List<DatasetView> items, @Nullable String nextPageToken) implements PageView {}
}
