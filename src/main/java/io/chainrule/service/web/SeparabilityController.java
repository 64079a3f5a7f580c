package io.chainrule.service.web;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.dataset.separability.Separability;
import io.chainrule.learning.dataset.separability.Verdict;
import io.chainrule.learning.dataset.separability.Witness;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.Problem;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.problem.RefusedException;
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

/// Whether a linear classifier can be right about every example of a dataset.
@RestController
@Tag(name = "Datasets")
class SeparabilityController {

    private final Datasets datasets;

    SeparabilityController(Datasets datasets) {
        this.datasets = datasets;
    }

    @Operation(
            operationId = "getSeparability",
            summary = "Can straight lines separate the classes?",
            description = "Are there weights and biases with which every example's own class scores strictly highest?"
                    + " True comes with such weights, checked on every example; false is proved in exact arithmetic;"
                    + " undetermined is what would take too long, or hangs by rounding.")
    @Refuses(ProblemCode.INVALID_SPEC)
    @GetMapping(path = "/v1/datasets/{id}/separability", produces = MediaType.APPLICATION_JSON_VALUE)
    SeparabilityView separability(@Parameter(example = DatasetController.SAMPLE) @PathVariable String id) {
        var dataset = datasets.read(id).orElseThrow(() -> new NotFoundException("dataset", id));
        requireClasses(dataset);
        return SeparabilityView.of(id, Separability.of(dataset));
    }

    private static void requireClasses(Dataset dataset) {
        if (dataset.task() != Task.CLASSIFICATION) {
            throw new RefusedException(Problem.of(
                            ProblemCode.INVALID_SPEC,
                            "Only classes can be separated, but the target " + dataset.target()
                                    + " of this dataset is a number")
                    .withFix("Ask about a classification, or post the data again with \"task\": \"classification\""));
        }
    }

    /// @param dataset its id
    /// @param examples how many were looked at: those without missing values
    /// @param witness absent unless they are separable
    /// @param warnings what was left out
    record SeparabilityView(
            String dataset,

            @Schema(description = VERDICT) Object separable,

            int examples,
            List<PairView> pairs,
            @Nullable WitnessView witness,
            List<String> warnings) {

        static final String VERDICT = "true, false, or \"undetermined\"";

        static SeparabilityView of(String id, Separability answer) {
            var witness = answer.witness();
            return new SeparabilityView(
                    id,
                    told(answer.verdict()),
                    answer.examples(),
                    answer.pairs().stream().map(PairView::of).toList(),
                    witness == null ? null : WitnessView.of(answer, witness),
                    answer.warnings());
        }

        static Object told(Verdict verdict) {
            return switch (verdict) {
                case SEPARABLE -> true;
                case INSEPARABLE -> false;
                case UNDETERMINED -> "undetermined";
            };
        }
    }

    record PairView(
            List<String> classes,
            @Schema(description = SeparabilityView.VERDICT) Object separable) {

        static PairView of(Separability.Pair pair) {
            return new PairView(List.of(pair.first(), pair.second()), SeparabilityView.told(pair.verdict()));
        }
    }

    record WitnessView(
            @Schema(description = "What the weights belong to, in raw units; a category is 1 or 0")
            List<String> inputs,

            List<String> classes,

            @Schema(description = "One row an input, one column a class")
            List<List<Double>> weights,

            @Schema(description = "One a class") List<Double> biases) {

        static WitnessView of(Separability answer, Witness witness) {
            return new WitnessView(answer.inputs(), answer.classes(), witness.weights(), witness.biases());
        }
    }
}
