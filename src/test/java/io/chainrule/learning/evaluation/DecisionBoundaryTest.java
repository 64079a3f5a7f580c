package io.chainrule.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.MissingValues;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.training.Specs;
import io.chainrule.learning.training.TrainingRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionBoundaryTest {

    private final Dataset sections = Specs.sample("four-sections", "label");
    private final Dataset penguins = Specs.sample("penguins", "species");

    @ParameterizedTest
    @ValueSource(strings = {"100", "120x80", "2", "300x7"})
    void gridEqualsThePredictionsAtItsPointsExactly(String resolution) {
        var model = trained(Specs.mlp(16).sgd(0.3).epochs(200), sections);
        var boundary = DecisionBoundary.of(model, grid(resolution, null, null, Map.of()));
        var regions = (Surface.Regions) boundary.surface();

        for (int row = 0; row < boundary.y().count(); row++) {
            var points = new ArrayList<Map<String, Object>>();
            for (int column = 0; column < boundary.x().count(); column++) {
                points.add(
                        Map.of("x1", boundary.x().at(column), "x2", boundary.y().at(row)));
            }
            var predictions =
                    (Predictions.Labels) Predictions.of(model, model.encoding().encode(points));
            assertThat(regions.label()[row]).containsExactly(predictions.label());
            for (int k = 0; k < 4; k++) {
                assertThat(regions.probabilities().get(k)[row]).containsExactly(predictions.probability(k));
            }
        }
    }

    @Test
    void probabilityIsThatOfTheWinningClass() {
        var model = trained(Specs.mlp(16).epochs(50), sections);
        var regions = (Surface.Regions)
                DecisionBoundary.of(model, grid("20", null, null, Map.of())).surface();

        for (int row = 0; row < 20; row++) {
            for (int column = 0; column < 20; column++) {
                int label = regions.label()[row][column];
                double sum = 0;
                for (var grid : regions.probabilities()) {
                    sum += grid[row][column];
                    assertThat(grid[row][column]).isLessThanOrEqualTo(regions.probability()[row][column]);
                }
                assertThat(regions.probabilities().get(label)[row][column])
                        .isEqualTo(regions.probability()[row][column]);
                assertThat(sum).isCloseTo(1, within(1e-14));
            }
        }
    }

    @Test
    void pointsRunOverTheDataAndATenthOfItOnEachSide() {
        var model = trained(Specs.linear().epochs(1), sections);
        var boundary = DecisionBoundary.of(model, GridSpec.of("5x3"));

        assertThat(boundary.x().feature()).isEqualTo("x1");
        assertThat(boundary.y().feature()).isEqualTo("x2");
        assertThat(boundary.x().min()).isCloseTo(-2.6223 - 0.51619, within(1e-14));
        assertThat(boundary.x().max()).isCloseTo(2.5396 + 0.51619, within(1e-14));
        assertThat(boundary.y().min()).isCloseTo(-2.2537 - 0.54707, within(1e-14));
        assertThat(boundary.y().max()).isCloseTo(3.2170 + 0.54707, within(1e-14));
        assertThat(boundary.x().at(0)).isEqualTo(boundary.x().min());
        assertThat(boundary.x().at(4)).isEqualTo(boundary.x().max());
        assertThat(boundary.y().at(1))
                .isCloseTo((boundary.y().min() + boundary.y().max()) / 2, within(1e-15));
        var regions = (Surface.Regions) boundary.surface();
        assertThat(regions.label()).hasNumberOfRows(3);
        assertThat(regions.label()[0]).hasSize(5);
        assertThat(regions.probabilities()).isEmpty();
    }

    /// Below the others is the third and fourth section: row 0 is the smallest y.
    @Test
    void firstRowIsTheSmallestY() {
        var model = trained(Specs.linear().sgd(1).epochs(200), sections);
        var regions =
                (Surface.Regions) DecisionBoundary.of(model, GridSpec.of("50")).surface();

        assertThat(label(regions, 0, 0)).isEqualTo("third");
        assertThat(label(regions, 0, 49)).isEqualTo("fourth");
        assertThat(label(regions, 49, 0)).isEqualTo("second");
        assertThat(label(regions, 49, 49)).isEqualTo("first");
    }

    @Test
    void otherFeaturesAreFixedAtMedianAndModeOrAsAskedFor() {
        var model =
                trained(Specs.linear().missing(MissingValues.DROP).standardize().epochs(20), penguins);
        var boundary = DecisionBoundary.of(
                model, grid("9", "body_mass_g", "bill_depth_mm", Map.of("island", "Dream", "year", "2008.5")));

        assertThat(boundary.fixed().keySet())
                .containsExactly("island", "bill_length_mm", "flipper_length_mm", "sex", "year");
        assertThat(boundary.fixed())
                .containsEntry("island", "Dream")
                .containsEntry("bill_length_mm", 44.5)
                .containsEntry("flipper_length_mm", 197.0)
                .containsEntry("sex", "male")
                .containsEntry("year", 2008.5);
        var point = new HashMap<String, Object>(boundary.fixed());
        point.put("body_mass_g", boundary.x().at(3));
        point.put("bill_depth_mm", boundary.y().at(7));
        var predicted =
                (Predictions.Labels) Predictions.of(model, model.encoding().encode(List.of(point)));
        assertThat(((Surface.Regions) boundary.surface()).label()[7][3])
                .isEqualTo(predicted.label()[0]);
        assertThat(((Surface.Regions) boundary.surface()).probability()[7][3])
                .isEqualTo(predicted.probability(predicted.label()[0])[0]);
    }

    @Test
    void regressionGivesValues() {
        var model = trained(
                Specs.linear()
                        .target("body_mass_g")
                        .features("bill_length_mm", "flipper_length_mm")
                        .missing(MissingValues.DROP)
                        .standardize()
                        .epochs(200),
                penguins);
        var heights = (Surface.Heights)
                DecisionBoundary.of(model, GridSpec.of("10x8")).surface();

        assertThat(heights.value()).hasNumberOfRows(8);
        assertThat(heights.value()[0][0]).isBetween(1000.0, 4000.0);
        assertThat(heights.value()[7][9]).isBetween(4500.0, 9000.0).isGreaterThan(heights.value()[0][0]);
    }

    @Test
    void boundsCanBeChosen() {
        var model = trained(Specs.linear().epochs(1), sections);
        var boundary = DecisionBoundary.of(
                model,
                new GridSpec("100", "x2", null, -4.0, 4.0, null, 9.0, Map.of(), GridSpec.Probabilities.WINNING, null));

        assertThat(boundary.x()).isEqualTo(new Axis("x2", -4, 4, 100));
        assertThat(boundary.y().feature()).isEqualTo("x1");
        assertThat(boundary.y().max()).isEqualTo(9);
    }

    @Test
    void planesThatAreNoneAreRefusedWithTheirParameter() {
        var model =
                trained(Specs.linear().missing(MissingValues.DROP).standardize().epochs(1), penguins);

        assertRefused(model, grid("9", "bil_length_mm", null, Map.of()), "/x", "did you mean bill_length_mm?");
        assertRefused(model, grid("9", "island", null, Map.of()), "/x", "holds categories");
        assertRefused(model, grid("9", "year", "year", Map.of()), "/y", "different");
        assertRefused(model, grid("9", null, null, Map.of("sex", "neither")), "/fixed/sex", "female, male");
        assertRefused(model, grid("9", null, null, Map.of("year", "2,008")), "/fixed/year", "number");
        assertRefused(model, grid("9", null, null, Map.of("yaer", "1")), "/fixed/yaer", "did you mean year?");
        assertRefused(model, grid("9", "year", null, Map.of("year", "1")), "/fixed/year", "axis");
        assertRefused(
                model,
                new GridSpec("9", null, null, 3.0, 3.0, null, null, Map.of(), GridSpec.Probabilities.WINNING, null),
                "/xMax",
                "below xMax");
        assertRefused(
                model,
                new GridSpec(
                        "9", null, null, -1e308, 1e308, null, null, Map.of(), GridSpec.Probabilities.WINNING, null),
                "/xMax",
                "closer together");
        var one = trained(
                Specs.linear()
                        .features("year", "island")
                        .missing(MissingValues.DROP)
                        .epochs(1),
                penguins);
        assertRefused(one, GridSpec.standard(), "/y", "two features of numbers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0", "2049", "100x", "x100", "100x2049", "-5", "1e2", "99999", "10x10x10"})
    void resolutionIsCheckedWhenItIsBuilt(String resolution) {
        assertThatThrownBy(() -> GridSpec.of(resolution))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(violation -> violation.pointer())
                                .containsExactly("/resolution"));
    }

    @Test
    void constantFeatureGetsAMarginOfItsOwn() {
        var columns = new LinkedHashMap<String, List<Object>>();
        columns.put("x", List.of(5, 5));
        columns.put("y", List.of(1, 2));
        columns.put("label", List.of("a", "b"));
        var boundary = DecisionBoundary.of(trained(Specs.linear().epochs(1), Specs.dataset(columns)), GridSpec.of("3"));

        assertThat(boundary.x()).isEqualTo(new Axis("x", 4, 6, 3));
    }

    @Test
    void gridOfTooManyNumbersIsRefusedWithWhatWouldFit() {
        var model = trained(Specs.linear().epochs(1), Specs.clouds(200, 2, 100));
        assertThatThrownBy(() -> DecisionBoundary.of(model, grid("512", null, null, Map.of())))
                .isInstanceOfSatisfying(BudgetExceededException.class, refusal -> {
                    assertThat(refusal.estimate()).isEqualTo(512L * 512 * 102);
                    assertThat(refusal.limit()).isEqualTo(10_000_000);
                    assertThat(refusal.fix()).contains("resolution=313").contains("98039 points");
                });
        assertThatThrownBy(() -> DecisionBoundary.of(model, grid("314", null, null, Map.of())))
                .isInstanceOf(BudgetExceededException.class);
        var fitting = DecisionBoundary.of(model, grid("313", null, null, Map.of()));
        assertThat(((Surface.Regions) fitting.surface()).probabilities()).hasSize(100);
        assertThat(DecisionBoundary.of(model, GridSpec.of("512")).x().count()).isEqualTo(512);
    }

    private static String label(Surface.Regions regions, int row, int column) {
        return regions.classes().get(regions.label()[row][column]);
    }

    private static GridSpec grid(String resolution, @Nullable String x, @Nullable String y, Map<String, String> fixed) {
        return new GridSpec(resolution, x, y, null, null, null, null, fixed, GridSpec.Probabilities.ALL, null);
    }

    private static Model trained(Specs specs, Dataset dataset) {
        var run = TrainingRun.of(specs.build(), dataset);
        Specs.train(run);
        return run.model();
    }

    private static void assertRefused(Model model, GridSpec spec, String pointer, String detail) {
        assertThatThrownBy(() -> DecisionBoundary.of(model, spec))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refusal -> assertThat(refusal.violations())
                                .singleElement()
                                .satisfies(violation -> {
                                    assertThat(violation.pointer()).isEqualTo(pointer);
                                    assertThat(violation.detail()).contains(detail);
                                }));
    }
}
