package io.chainrule.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetInvalidException;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.training.LossSpec;
import io.chainrule.learning.training.Specs;
import io.chainrule.learning.training.TrainingRun;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownExamplesTest {

    private static final List<Integer> X = List.of(1, 2, 3, 4);
    private final Model classifier = trained(dataset(X, List.of("a", "b", "a", "b")));
    private final Model regressor = trained(dataset(X, List.of(1.5, 2.5, 3.5, 4.5)));

    @Test
    void rowsWithoutTruthAreLeftOut() {
        var examples = KnownExamples.of(classifier, dataset(X, Arrays.asList("a", null, "b", "b")), false);
        assertThat(examples.count()).isEqualTo(3);
        assertThat(examples.omitted()).isEqualTo(1);
    }

    @Test
    void rowsWithoutFeatureAreLeftOutOnRequest() {
        var holes = dataset(Arrays.asList(1, null, 3, 4), List.of("a", "a", "b", "b"));
        assertThat(KnownExamples.of(classifier, holes, true).count()).isEqualTo(3);
        var all = KnownExamples.of(classifier, holes, false);
        assertThatThrownBy(() -> Outcomes.of(classifier, all, new LossSpec.CrossEntropy()::ofRows))
                .isInstanceOf(DatasetInvalidException.class)
                .hasMessage("Row 2, column x: is missing, and the model has nothing to stand in for it");
    }

    @Test
    void columnsMayStandInOtherOrderWithOthersBetween() {
        var columns = new LinkedHashMap<String, List<?>>();
        columns.put("label", List.of("b", "b"));
        columns.put("other", List.of(1.5, 2.5));
        columns.put("x", List.of(2, 4));
        var dataset = Specs.dataset(columns);
        assertThat(dataset.target()).isEqualTo("x");
        assertThat(KnownExamples.of(classifier, dataset, false).dataset().target())
                .isEqualTo("label");
    }

    @Test
    void unknownClassesAreToldOnceEach() {
        assertThatThrownBy(() -> KnownExamples.of(classifier, dataset(X, List.of("c", "a", "c", "d")), false))
                .isInstanceOf(DatasetInvalidException.class)
                .hasMessage("Row 1, column label: \"c\" is none of the classes the model knows: a, b;"
                        + " Row 4, column label: \"d\" is none of the classes the model knows: a, b");
    }

    @Test
    void classesOfNumbersAreTheSameWhetherQuotedOrNot() {
        var numbers = trained(dataset(X, List.of(1, 2, 1, 2)));
        assertThat(numbers.classes()).containsExactly("1", "2");
        assertThat(KnownExamples.of(numbers, dataset(X, List.of("1", "2", "2", "2")), false)
                        .count())
                .isEqualTo(4);
    }

    @Test
    void datasetWithoutTargetIsRefused() {
        var columns = new LinkedHashMap<String, List<?>>();
        columns.put("x", X);
        columns.put("lable", List.of("a", "a", "b", "b"));
        var dataset = Specs.dataset(columns);
        assertThatThrownBy(() -> KnownExamples.of(classifier, dataset, false))
                .isInstanceOf(DatasetInvalidException.class)
                .hasMessage("Column label: is missing: it is what the model predicts; did you mean lable?");
    }

    @Test
    void regressionNeedsNumbers() {
        assertThatThrownBy(() -> KnownExamples.of(regressor, dataset(X, List.of("a", "a", "b", "b")), false))
                .isInstanceOf(DatasetInvalidException.class)
                .hasMessage("Column label: does not hold numbers, but the model predicts one");
    }

    private static Dataset dataset(List<? extends @Nullable Object> x, List<? extends @Nullable Object> label) {
        var columns = new LinkedHashMap<String, List<? extends @Nullable Object>>();
        columns.put("x", x);
        columns.put("label", label);
        return Specs.dataset(columns);
    }

    private static Model trained(Dataset dataset) {
        var run = TrainingRun.of(Specs.linear().sgd(0.001).epochs(3).build(), dataset);
        Specs.train(run);
        return run.model();
    }
}
