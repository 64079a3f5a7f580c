package io.chainrule.service.web;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.statistics.ColumnSummary;
import io.chainrule.learning.dataset.statistics.NumberSummary;
import io.chainrule.learning.dataset.statistics.Statistics;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What a dataset looks like in numbers.
@RestController
@Tag(name = "Datasets")
class StatisticsController {

    private final Datasets datasets;

    StatisticsController(Datasets datasets) {
        this.datasets = datasets;
    }

    @Operation(
            operationId = "getStatistics",
            summary = "Statistics of a dataset",
            description = "Each column in numbers, the balance of the classes, and the correlations between columns.")
    @GetMapping(path = "/v1/datasets/{id}/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
    StatisticsView statistics(@Parameter(example = DatasetController.SAMPLE) @PathVariable String id) {
        var dataset = datasets.read(id).orElseThrow(() -> new NotFoundException("dataset", id));
        return StatisticsView.of(id, dataset, Statistics.of(dataset));
    }

    /// @param dataset its id
    /// @param classBalance absent for a regression
    record StatisticsView(
            String dataset,
            int examples,
            String target,
            List<ColumnStatisticsView> columns,
            @Nullable List<ClassShareView> classBalance,
            CorrelationView correlations) {

        static StatisticsView of(String id, Dataset dataset, Statistics statistics) {
            int labelled = statistics.classes().stream()
                    .mapToInt(ColumnSummary.Counted::count)
                    .sum();
            var balance = statistics.classes().stream()
                    .map(each -> new ClassShareView(each.label(), each.count(), (double) each.count() / labelled))
                    .toList();
            return new StatisticsView(
                    id,
                    dataset.examples(),
                    dataset.target(),
                    statistics.columns().stream().map(ColumnStatisticsView::of).toList(),
                    balance.isEmpty() ? null : balance,
                    new CorrelationView(
                            statistics.correlations().columns(),
                            statistics.correlations().matrix()));
        }
    }

    record ClassShareView(
            String label,
            int count,

            @Schema(description = "Of all examples with a label")
            double share) {}

    record CorrelationView(
            @Schema(description = "Columns of numbers, without constant ones")
            List<String> columns,

            @Schema(
                    description = "Pearson's, between every two of the columns, over the rows where both have a value;"
                            + " NaN where these are too few or constant")
            List<List<Double>> matrix) {}

    record ColumnStatisticsView(
            String name,
            String type,

            @Schema(description = "Values that are there") int count,

            int missing,

            @Schema(description = "Different values; not told for numbers") @Nullable
            Integer distinct,

            @Nullable Double min,
            @Nullable Double max,
            @Nullable Double mean,

            @Schema(description = "Of the population: the sum of squares is divided by count, as standardize does")
            @Nullable
            Double standardDeviation,

            @Schema(
                    description =
                            "Lower quartile, median and upper quartile: at (count - 1)q of the sorted values counted"
                                    + " from 0, interpolated between neighbours")
            @Nullable
            List<Double> quartiles,

            @Nullable HistogramView histogram,

            @Schema(description = "Sorted by code point") @Nullable
            List<CategoryView> categories) {

        static ColumnStatisticsView of(ColumnSummary column) {
            var numbers = column.numbers();
            var categories = column.categories();
            return new ColumnStatisticsView(
                    column.name(),
                    Settings.name(column.type()),
                    column.count(),
                    column.missing(),
                    column.distinct(),
                    numbers == null ? null : numbers.least(),
                    numbers == null ? null : numbers.greatest(),
                    numbers == null ? null : numbers.mean(),
                    numbers == null ? null : numbers.deviation(),
                    numbers == null ? null : numbers.quartiles(),
                    numbers == null ? null : HistogramView.of(numbers),
                    categories == null
                            ? null
                            : categories.stream()
                                    .map(each -> new CategoryView(each.label(), each.count()))
                                    .toList());
        }
    }

    record HistogramView(
            @Schema(description = "Where bins begin and end, one more than there are bins")
            List<Double> edges,

            @Schema(description = "Values in each bin; one on an edge counts upwards, the last bin has both its edges")
            List<Integer> counts) {

        static HistogramView of(NumberSummary numbers) {
            return new HistogramView(
                    numbers.histogram().edges(), numbers.histogram().counts());
        }
    }

    record CategoryView(String label, int count) {}
}
