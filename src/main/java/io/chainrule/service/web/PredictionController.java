package io.chainrule.service.web;

import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.DatasetInvalidException;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.dataset.Table;
import io.chainrule.learning.evaluation.Predictions;
import io.chainrule.learning.model.InputGradients;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.Models;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.json.PerTarget;
import io.chainrule.service.limits.Bearable;
import io.chainrule.service.limits.LimitSettings;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What a model says of examples, given in raw units.
@RestController
@RequestMapping(path = "/v1/models/{id}/predictions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Models")
class PredictionController {

    private static final String SUMMARY = "Predict";
    private static final String HELP = "For rows as JSON or CSV in raw units, or for the rows of a dataset."
            + " Other columns than the features' are ignored. With `gradients` the answer also tells how the prediction"
            + " moves with each number feature: the derivative of the winning class's probability, or of the value, in"
            + " raw units. Features of categories have none. A model of several targets answers `values` and `gradients`"
            + " as objects by target.";

    private final Models models;
    private final Datasets datasets;
    private final DatasetLimits limits;

    PredictionController(Models models, Datasets datasets, LimitSettings limits) {
        this.models = models;
        this.datasets = datasets;
        this.limits = new DatasetLimits(
                limits.predictions().rows(),
                limits.dataset().columns(),
                limits.dataset().classes());
    }

    @Operation(operationId = "predict", summary = SUMMARY, description = HELP)
    @Predicts
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    PredictionView predict(
            @Parameter(example = ModelController.SAMPLE) @PathVariable String id,
            @RequestBody PredictionRequest request) {
        var model = model(id);
        return PredictionView.of(
                model,
                request.dataset() == null ? encoded(model, request) : encoded(model, request.dataset()),
                request.gradients());
    }

    @Operation(operationId = "predict", summary = SUMMARY, description = HELP)
    @Predicts
    @PostMapping(consumes = DatasetController.TEXT_CSV)
    PredictionView predict(
            @Parameter(example = ModelController.SAMPLE) @PathVariable String id,
            @Query CsvQuery query,
            @Parameter(hidden = true) InputStream body)
            throws IOException {
        var model = model(id);
        return PredictionView.of(model, encoded(model, Csv.readTable(body, limits)), query.gradients());
    }

    /// Told in full with both methods: of several, the document keeps the body of any.
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Refuses({ProblemCode.DATASET_INVALID, ProblemCode.BUDGET_EXCEEDED})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = PredictionRequest.class)),
                @Content(mediaType = DatasetController.TEXT_CSV, schema = @Schema(type = "string"))
            })
    @interface Predicts {}

    private Model model(String id) {
        return models.read(id).orElseThrow(() -> new NotFoundException("model", id));
    }

    private Table table(String dataset) {
        var table = datasets.read(dataset)
                .orElseThrow(() -> new InvalidSpecException("/dataset", "There is no dataset \"" + dataset + "\""))
                .table();
        if (table.rows() > limits.rows()) {
            throw new InvalidSpecException(
                    "/dataset",
                    "At most %d rows are predicted at once, but this dataset has %d"
                            .formatted(limits.rows(), table.rows()));
        }
        return table;
    }

    private static Matrix encoded(Model model, PredictionRequest request) {
        try {
            return model.encoding().encode(request.values());
        } catch (InvalidSpecException invalid) {
            throw invalid.under("/rows");
        }
    }

    private Matrix encoded(Model model, String dataset) {
        try {
            return encoded(model, table(dataset));
        } catch (DatasetInvalidException incompatible) {
            throw new InvalidSpecException(incompatible.problems().stream()
                    .map(problem -> new Violation("/dataset", problem.inWords()))
                    .toList());
        }
    }

    private static Matrix encoded(Model model, Table table) {
        return model.encoding().encode(table, table.allRows());
    }

    record CsvQuery(
            @Setting(help = "With a text/csv body: whether to answer the input gradients as well", byDefault = "false")
            boolean gradients) {}

    record PredictionRequest(
            @Setting(
                    help = "An object for each example, in raw units; other names than the features' are ignored",
                    most = Bearable.PREDICTION_ROWS,
                    mostLimit = "predictions.rows",
                    example = "[{\"x1\": 0.1, \"x2\": 2}]")
            @Nullable
            List<Map<String, JsonNode>> rows,

            @Setting(help = "In place of rows, the id of a dataset", example = "\"sample-two-clouds\"") @Nullable
            String dataset,

            @Setting(
                    help = "Whether to answer the derivatives by the number features as well",
                    byDefault = "false",
                    example = "true")
            boolean gradients) {

        PredictionRequest {
            Settings.require(PredictionRequest.class, rows, dataset, gradients);
            if ((rows == null) == (dataset == null)) {
                throw new InvalidSpecException(
                        rows == null ? "" : "/dataset", "Examples are given as rows or as a dataset, one of the two");
            }
        }

        List<Map<String, @Nullable Object>> values() {
            return rows == null ? List.of() : rows.stream().map(JsonValues::of).toList();
        }
    }

    /// What a model says of each example: labels and probabilities, or values, of several targets by name.
    ///
    /// @param gradients by feature: of the winning class's probability, or of the value; of several targets by name
    @SuppressWarnings("ArrayRecordComponent") // columns on their way out: nobody compares them
    record PredictionView(
            @Nullable List<String> labels,
            @Nullable Map<String, double[]> probabilities,
            @Nullable PerTarget<double[]> values,
            @Nullable PerTarget<Map<String, double[]>> gradients) {

        static PredictionView of(Model model, Matrix rows, boolean withGradients) {
            var outputs = model.outputs(rows);
            var predictions = Predictions.of(model, outputs);
            var gradients = withGradients ? gradients(model, rows, predictions) : null;
            return switch (predictions) {
                case Predictions.Labels labels -> new PredictionView(labels.labels(), byClass(labels), null, gradients);
                case Predictions.Values values ->
                    new PredictionView(null, null, new PerTarget<>(values.values()), gradients);
            };
        }

        private static PerTarget<Map<String, double[]>> gradients(Model model, Matrix rows, Predictions predictions) {
            var gradients = new LinkedHashMap<String, Map<String, double[]>>();
            switch (predictions) {
                case Predictions.Labels labels ->
                    gradients.put(
                            model.encoding().target().columns().toString(),
                            InputGradients.of(model, rows, labels.label()));
                case Predictions.Values _ ->
                    model.targets()
                            .forEach(name -> gradients.put(name, InputGradients.of(model, rows, model.output(name))));
            }
            return new PerTarget<>(gradients);
        }

        private static Map<String, double[]> byClass(Predictions.Labels labels) {
            var probabilities = new LinkedHashMap<String, double[]>();
            for (int label = 0; label < labels.classes().size(); label++) {
                probabilities.put(labels.classes().get(label), labels.probability(label));
            }
            return probabilities;
        }
    }
}
