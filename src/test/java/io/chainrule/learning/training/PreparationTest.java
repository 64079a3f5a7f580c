package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.MissingValues;
import io.chainrule.learning.model.Initialization;
import io.chainrule.learning.model.Initialization.Weights;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.learning.specification.InvalidSpecException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class PreparationTest {

    private final Dataset clouds = Specs.sample("two-clouds", "label");
    private final Dataset penguins = Specs.sample("penguins", "species");

    @Test
    void whatTheDatasetDecidesIsFilledIn() {
        var spec = Specs.linear().build().resolved(clouds);

        assertThat(spec.target()).hasToString("label");
        assertThat(spec.features()).containsExactly("x1", "x2");
        assertThat(spec.loss()).isEqualTo(new LossSpec.CrossEntropy());
        assertThat(spec.initialization()).isEqualTo(new Initialization(Weights.SMALL_NORMAL, 0.01));
        assertThat(spec.model()).isEqualTo(new ModelSpec.Linear());
        assertThat(spec.resolved(clouds)).isEqualTo(spec);
    }

    @Test
    void whatWasAskedForStays() {
        var asked = Specs.mlp(4)
                .target("body_mass_g")
                .features("sex", "bill_length_mm")
                .initialization(Initialization.of(Weights.GLOROT))
                .missing(MissingValues.DROP)
                .build();
        var spec = asked.resolved(penguins);

        assertThat(spec.target()).hasToString("body_mass_g");
        assertThat(spec.features()).containsExactly("sex", "bill_length_mm");
        assertThat(spec.loss()).isEqualTo(new LossSpec.SquaredError());
        assertThat(spec.initialization()).isEqualTo(Initialization.of(Weights.GLOROT));
    }

    @Test
    void anotherColumnCanBeTheTargetEvenIfItsNumbersLookLikeClasses() {
        assertThat(Preparation.of(
                                Specs.linear()
                                        .target("year")
                                        .missing(MissingValues.DROP)
                                        .build(),
                                penguins)
                        .network()
                        .outputs())
                .isEqualTo(3);
        var regression = Specs.linear()
                .target("year")
                .loss(new LossSpec.SquaredError())
                .missing(MissingValues.DROP)
                .build();
        assertThat(Preparation.of(regression, penguins).network().outputs()).isOne();
    }

    @Test
    void unknownColumnsAreRefusedWithTheNearestName() {
        assertRefused(Specs.linear().features("x1", "x3"), clouds, "/features/1", "did you mean x");
        assertRefused(Specs.linear().target("lable"), clouds, "/target", "did you mean label?");
    }

    @Test
    void targetIsNoFeature() {
        assertRefused(Specs.linear().features("x1", "label"), clouds, "/features/1", "target");
    }

    @Test
    void lossMustSuitTheTask() {
        assertRefused(Specs.linear().loss(new LossSpec.SquaredError()), clouds, "/loss", "use cross-entropy");
        assertRefused(
                Specs.linear()
                        .target("body_mass_g")
                        .loss(new LossSpec.CrossEntropy())
                        .missing(MissingValues.DROP),
                penguins,
                "/loss",
                "use squared-error");
    }

    @Test
    void missingValuesAreRefusedColumnByColumnUnlessSomethingIsSaidAboutThem() {
        assertThatThrownBy(() -> Specs.linear().build().resolved(penguins))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(
                                        violation -> violation.pointer(),
                                        violation -> violation.detail().replaceAll(" \\(.*", ""))
                                .contains(missing("bill_length_mm", 2), missing("sex", 11)));
    }

    @Test
    void rowsWithMissingValuesAreDroppedWithAWarning() {
        var preparation =
                Preparation.of(Specs.linear().missing(MissingValues.DROP).build(), penguins);

        assertThat(preparation.training().count()).isEqualTo(333);
        assertThat(preparation.warnings()).singleElement().asString().contains("11 rows");
    }

    @Test
    void meanStandsInForMissingNumbersAndTheMostFrequentForCategories() {
        var dataset = table(
                "x", Arrays.asList(1, null, 6, 2), "c", Arrays.asList("b", "b", "a", null), "y", List.of(1.5, 2, 3, 4));
        var preparation =
                Preparation.of(Specs.linear().missing(MissingValues.MEAN).build(), dataset);

        assertThat(preparation.training().features().values())
                .containsExactly(new double[] {1, 0, 1, 3, 0, 1, 6, 1, 0, 2, 0, 1}, within(1e-15));
    }

    @Test
    void oneClassIsNotEnough() {
        var dataset = table("x", List.of(1, 2), "y", List.of("a", "a"));
        assertRefused(Specs.linear(), dataset, "/target", "only one class, a");
    }

    @Test
    void classThatIsLeftAloneByDroppingIsNotEnough() {
        var dataset = table("x", Arrays.asList(1, null), "y", List.of("a", "b"));
        assertRefused(Specs.linear().missing(MissingValues.DROP), dataset, "/target", "only one class, a");
    }

    @Test
    void datesAreLeftOutWithAWarningAndRefusedIfAskedFor() {
        var dataset = table("x", List.of(1, 2), "day", List.of("2026-01-01", "2026-01-02"), "y", List.of("a", "b"));

        var preparation = Preparation.of(Specs.linear().build(), dataset);
        assertThat(preparation.spec().features()).containsExactly("x");
        assertThat(preparation.warnings())
                .singleElement()
                .asString()
                .contains("day")
                .contains("date");
        assertRefused(Specs.linear().features("day"), dataset, "/features/0", "date");
        assertRefused(Specs.linear().target("day"), dataset, "/target", "date");
    }

    @Test
    void datasetWithoutUsableFeatureIsRefused() {
        var dataset = table("day", List.of("2026-01-01", "2026-01-02"), "y", List.of("a", "b"));
        assertRefused(Specs.linear(), dataset, "/features", "no column of numbers or categories");
    }

    @Test
    void splitIsStratifiedAndDependsOnTheSeedAlone() {
        var spec = Specs.mlp(3).validation(0.3).seed(4).build();
        var split = Preparation.of(spec, clouds).split();

        assertThat(split.training()).hasSize(70);
        assertThat(Arrays.stream(split.validation())
                        .filter(row -> "red".equals(clouds.targetColumn().value(row)))
                        .count())
                .isEqualTo(15);
        assertThat(Preparation.of(Specs.linear().validation(0.3).seed(4).build(), clouds)
                        .split()
                        .validation())
                .containsExactly(split.validation());
    }

    @Test
    void estimateCountsParametersStepsAndMultiplyAdds() {
        var spec = Specs.mlp(16).batchSize(32).validation(0.2).epochs(10).build();
        var estimate = Preparation.of(spec, clouds).estimate();

        assertThat(estimate.parameterCount()).isEqualTo(2 * 16 + 16 + 16 * 2 + 2);
        assertThat(estimate.steps()).isEqualTo(30);
        // 80 rows forward and backward (the first layer without the features' own gradient), then 100 rows measured
        assertThat(estimate.multiplyAdds()).isEqualTo(10 * (80 * (2 * 32 + 3 * 32) + 100 * 64));
        assertThat(estimate.memoryBytes()).isBetween(50_000L, 500_000L);
        assertThat(estimate.seconds()).isBetween(1e-5, 1e-2);
    }

    @Test
    void whatExceedsTheLimitsIsRefusedWithTheEstimate() {
        var spec = Specs.mlp(1000, 1000).epochs(101).build();
        var preparation = Preparation.of(spec, clouds);

        assertThatThrownBy(() -> TrainingLimits.DEFAULT.check(spec, preparation.estimate()))
                .isInstanceOfSatisfying(BudgetExceededException.class, refusal -> {
                    assertThat(refusal.estimate()).isEqualTo(1_006_002);
                    assertThat(refusal.limit()).isEqualTo(1_000_000);
                });
        assertThatThrownBy(() -> new TrainingLimits(2_000_000, 16, 100, 1L << 30, 1 << 28, 3_600)
                        .check(spec, preparation.estimate()))
                .hasMessageContaining("101 epochs");
        assertThatThrownBy(() -> new TrainingLimits(2_000_000, 16, 1000, 1 << 20, 1 << 28, 3_600)
                        .check(spec, preparation.estimate()))
                .hasMessageContaining("bytes of memory");
        assertThatThrownBy(() -> new TrainingLimits(2_000_000, 16, 1000, 1L << 30, 1 << 28, 0)
                        .check(spec, preparation.estimate()))
                .hasMessageContaining("seconds");
        assertThatThrownBy(() -> new TrainingLimits(2_000_000, 16, 1000, 1L << 30, 1 << 27, 3_600)
                        .check(spec, preparation.estimate()))
                .isInstanceOfSatisfying(BudgetExceededException.class, refusal -> {
                    assertThat(refusal.estimate()).isEqualTo(20L * 8 * 1_006_002);
                    assertThat(refusal.fix()).contains("16 frames would fit");
                });
    }

    @Test
    void defaultFramesOfTheLargestModelAreWithinTheLimits() {
        var preparation = Preparation.of(Specs.mlp(990, 990).epochs(100).build(), clouds);
        var estimate = preparation.estimate();
        assertThat(estimate.parameterCount()).isBetween(980_000L, 1_000_000L);
        assertThatCode(() -> TrainingLimits.DEFAULT.check(preparation.spec(), estimate))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(Specs specs, Dataset dataset, String pointer, String detail) {
        assertThatThrownBy(() -> specs.build().resolved(dataset))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refusal -> assertThat(refusal.violations())
                                .singleElement()
                                .satisfies(violation -> {
                                    assertThat(violation.pointer()).isEqualTo(pointer);
                                    assertThat(violation.detail()).contains(detail);
                                }));
    }

    private static Tuple missing(String column, int count) {
        return tuple("/missing", column + " has " + count + " missing values");
    }

    private static Dataset table(Object... namesAndValues) {
        var columns = new LinkedHashMap<String, List<?>>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            columns.put((String) namesAndValues[i], (List<?>) namesAndValues[i + 1]);
        }
        return Specs.dataset(columns);
    }
}
