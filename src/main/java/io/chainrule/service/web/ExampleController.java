package io.chainrule.service.web;

import io.chainrule.learning.dataset.Table;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.limits.Bearable;
import io.chainrule.service.web.answer.Answer;
import io.chainrule.service.web.answer.Format;
import io.chainrule.service.web.answer.Rendering;
import io.chainrule.service.web.openapi.AlsoAs;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

    private static final int USUAL_PAGE = 50;

    private final Datasets datasets;

    ExampleController(Datasets datasets) {
        this.datasets = datasets;
    }

    @Operation(
            operationId = "listExamples",
            summary = "Read the rows of a dataset",
            description = "In their order; as JSON page by page, as CSV all at once unless pageSize is given. Pictures"
                    + " show all rows, or evenly many of them, as points over two columns of numbers.")
    @ApiResponse(
            responseCode = "200",
            description = "The rows; what is missing in a row is left out",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ExampleListView.class)),
                @Content(mediaType = DatasetController.TEXT_CSV, schema = @Schema(type = "string"))
            })
    @AlsoAs({Format.SVG, Format.PNG})
    @GetMapping("/v1/datasets/{id}/examples")
    ResponseEntity<?> list(
            @Parameter(example = DatasetController.SAMPLE) @PathVariable String id,
            @Query ExampleQuery query,
            @Query ScatterQuery scatter,
            @Query Rendering rendering,
            HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var dataset = datasets.read(id).orElseThrow(() -> new NotFoundException("dataset", id));
        var table = dataset.table();
        var items = query.page(USUAL_PAGE, table.rows());
        var lines = query.page(table.rows(), table.rows());
        var answer = Answer.json(() -> ExampleListView.of(table, items))
                .link(Format.JSON, items.nextLink())
                .text(Format.CSV, _ -> CsvText.of(table, lines.from(), lines.to()))
                .link(Format.CSV, lines.nextLink());
        scatter.picture(dataset).ifPresent(answer::picture);
        return answer.to(request, rendering);
    }

    record ExampleQuery(
            @Setting(
                    help = "Rows a page; 50, or all of them as CSV, if left out",
                    min = 1,
                    max = Bearable.PAGE_EXAMPLES,
                    maxLimit = "page.examples")
            @Nullable
            Integer pageSize,

            @Setting(help = PageQuery.PAGE_TOKEN_HELP) @Nullable
            String pageToken) {

        ExampleQuery {
            Settings.require(ExampleQuery.class, pageSize, pageToken);
        }

        RowPage page(int usual, int rows) {
            return RowPage.of(pageToken, pageSize == null ? usual : pageSize, rows);
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
