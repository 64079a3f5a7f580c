package io.chainrule.service.web;

import io.chainrule.learning.dataset.Table;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.web.request.Query;
import io.chainrule.service.web.request.Representations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The rows of a dataset.
@RestController
@Tag(name = "Datasets")
class ExampleController {

    private static final MediaType CSV = MediaType.parseMediaType(DatasetController.TEXT_CSV);
    private static final MediaType CSV_IN_UTF_8 = new MediaType(CSV, StandardCharsets.UTF_8);
    private static final Representations REPRESENTATIONS = Representations.of(MediaType.APPLICATION_JSON, CSV);
    private static final int USUAL_PAGE = 50;

    private final Datasets datasets;

    ExampleController(Datasets datasets) {
        this.datasets = datasets;
    }

    @Operation(
            operationId = "listExamples",
            summary = "Read the rows of a dataset",
            description = "In their order; as JSON page by page, as CSV all at once unless pageSize is given.")
    @ApiResponse(
            responseCode = "200",
            description = "The rows; what is missing in a row is left out",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ExampleListView.class)),
                @Content(mediaType = DatasetController.TEXT_CSV, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/v1/datasets/{id}/examples",
            produces = {MediaType.APPLICATION_JSON_VALUE, DatasetController.TEXT_CSV})
    ResponseEntity<?> list(
            @Parameter(example = DatasetController.SAMPLE) @PathVariable String id,
            @Query ExampleQuery query,
            HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var form = REPRESENTATIONS.choose(request);
        var table = datasets.read(id)
                .orElseThrow(() -> new NotFoundException("dataset", id))
                .table();
        var page =
                RowPage.of(query.pageToken(), query.size(form.equals(CSV) ? table.rows() : USUAL_PAGE), table.rows());
        var answer = ResponseEntity.ok()
                .contentType(form.equals(CSV) ? CSV_IN_UTF_8 : form)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (page.nextToken() != null) {
            answer.header(HttpHeaders.LINK, PageLinks.next(page.nextToken()));
        }
        return form.equals(CSV)
                ? answer.body(CsvText.of(table, page.from(), page.to()))
                : answer.body(ExampleListView.of(table, page));
    }

    record ExampleQuery(
            @Setting(help = "Rows a page; 50, or all of them as CSV, if left out", min = 1, max = 10_000) @Nullable
            Integer pageSize,

            @Setting(help = PageQuery.PAGE_TOKEN_HELP) @Nullable
            String pageToken) {

        ExampleQuery {
            Settings.require(ExampleQuery.class, pageSize, pageToken);
        }

        int size(int usual) {
            return pageSize == null ? usual : pageSize;
        }
    }

    /// @param items one object a row; what is missing is left out
    record ExampleListView(
            List<Map<String, Object>> items, @Nullable String nextPageToken) {

        static ExampleListView of(Table table, RowPage page) {
            var rows = IntStream.range(page.from(), page.to())
                    .mapToObj(row -> row(table, row))
                    .toList();
            return new ExampleListView(rows, page.nextToken());
        }

        private static Map<String, Object> row(Table table, int row) {
            var values = new LinkedHashMap<String, Object>();
            for (var column : table.columns()) {
                var value = column.value(row);
                if (value != null) {
                    values.put(column.name(), value);
                }
            }
            return values;
        }
    }
}
