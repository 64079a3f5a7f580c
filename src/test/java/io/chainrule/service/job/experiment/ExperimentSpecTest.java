package io.chainrule.service.job.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chainrule.engine.expression.ExpressionLimits;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Maxima;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.json.Bounds;
import io.chainrule.service.json.SpecReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ExperimentSpecTest {

    private static final Bounds HUNDRED_JOBS =
            new Bounds(ExpressionLimits.DEFAULT, new Maxima(Map.of(ExperimentSpec.JOBS_LIMIT, 100L)));

    private static ExperimentSpec spec(String json) {
        return SpecReader.read(
                JsonMapper.builder().build().readTree(json.replace('\'', '"')), ExperimentSpec.class, HUNDRED_JOBS);
    }

    private static List<TrainingSpec> jobs(String json) {
        return spec(json).jobs(HUNDRED_JOBS).stream()
                .map(variant -> variant.checked(Function.identity()))
                .toList();
    }

    @Test
    void gridMakesAllCombinationsInStatedOrder() {
        var jobs = jobs("""
                {'base': {'dataset': 'd'},
                 'grid': {'optimizer.learningRate': [0.01, 1], 'epochs': [3, 2], 'standardize': [true]}}
                """);
        assertThat(jobs.stream().map(TrainingSpec::name))
                .containsExactly(
                        "learningRate=0.01, epochs=3, standardize=true",
                        "learningRate=0.01, epochs=2, standardize=true",
                        "learningRate=1, epochs=3, standardize=true",
                        "learningRate=1, epochs=2, standardize=true");
        assertThat(jobs.stream().map(TrainingSpec::epochs)).containsExactly(3, 2, 3, 2);
        assertThat(jobs.stream().map(job -> job.optimizer().toString())).allMatch(text -> text.startsWith("Sgd"));
    }

    @Test
    void gridVariesPartsOfChoices() {
        var jobs = jobs("""
                {'base': {'dataset': 'd', 'model': {'type': 'mlp', 'hidden': [4], 'activation': 'tanh'}},
                 'grid': {'model.hidden': [[8], [16, 16]]}}
                """);
        assertThat(jobs.stream().map(TrainingSpec::name)).containsExactly("hidden=[8]", "hidden=[16, 16]");
        assertThat(jobs.stream().map(job -> ((ModelSpec.Mlp) job.model()).hidden()))
                .containsExactly(List.of(8), List.of(16, 16));
        assertThat(jobs.stream()
                        .map(job -> ((ModelSpec.Mlp) job.model()).activation().name()))
                .containsOnly("TANH");
    }

    @Test
    void wholeChoicesAreNamedByTypeAndFields() {
        var jobs = jobs("{'base': {'dataset': 'd'},"
                + " 'grid': {'model': ['linear', {'type': 'mlp', 'hidden': [16]}], 'tags.a.b': ['x']}}"
                        .replace("tags.a.b", "tags.a"));
        assertThat(jobs.stream().map(TrainingSpec::name))
                .containsExactly("model=linear, a=x", "model=mlp hidden=[16], a=x");
    }

    @Test
    void pathsThatEndAlikeAreNamedInFull() {
        assertThat(jobs("{'base': {'dataset': 'd'}, 'grid': {'validation.share': [0.2], 'tags.share': ['x']}}")
                        .getFirst()
                        .name())
                .isEqualTo("validation.share=0.2, tags.share=x");
    }

    @Test
    void variantIsLaidOverTheBase() {
        var jobs = jobs("""
                {'base': {'dataset': 'd', 'epochs': 7, 'optimizer': {'type': 'sgd', 'learningRate': 0.5, 'momentum': 0.9}},
                 'variants': [{'name': 'a', 'optimizer': {'learningRate': 1}}, {'name': 'b', 'optimizer': {'type': 'sgd'}}, {}]}
                """);
        assertThat(jobs.stream().map(TrainingSpec::name)).containsExactly("a", "b", "variant 3");
        assertThat(jobs.stream().map(TrainingSpec::epochs)).containsOnly(7);
        assertThat(jobs.get(0).optimizer()).hasToString("Sgd[learningRate=1.0, momentum=0.9, nesterov=false]");
        assertThat(jobs.get(1).optimizer()).hasToString("Sgd[learningRate=0.1, momentum=0.0, nesterov=false]");
        assertThat(jobs.get(2).optimizer()).isEqualTo(jobs("""
                {'base': {'dataset': 'd', 'optimizer': {'type': 'sgd', 'learningRate': 0.5, 'momentum': 0.9}},
                 'variants': [{}]}
                """).getFirst().optimizer());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'base': {'dataset': 'd'}, 'variants': [{}, {'model': {'type': 'mlp', 'hidden': [0]}}]} | /variants/1/model/hidden/0",
                "{'base': {'dataset': 'd'}, 'variants': [{'model': {'type': 'mlp', 'hiden': [0]}}]} | /variants/0/model/hiden",
                "{'base': {'dataset': 'd'}, 'variants': [{'epochs': 0}]} | /variants/0/epochs",
                "{'base': {'dataset': 'd', 'epochs': 0}, 'variants': [{}]} | /base/epochs",
                "{'base': {'epochs': 1}, 'variants': [{}]} | /base/dataset",
                "{'base': {'dataset': 'd', 'optimizer': {'type': 'sgd', 'momentum': 9}}, 'variants': [{'optimizer': {'learningRate': 1}}]} | /base/optimizer/momentum",
                "{'base': {'dataset': 'd', 'optimizer': {'type': 'sgd', 'momentum': 0}}, 'variants': [{'optimizer': {'learningRate': -1}}]} | /variants/0/optimizer/learningRate",
                "{'base': {'dataset': 'd'}, 'variants': [{'epochs': null}]} | /variants/0/epochs",
                "{'base': {'dataset': 'd'}, 'variants': [7]} | /variants/0",
                "{'base': {'dataset': 'd'}, 'variants': [{'name': 7}]} | /variants/0/name",
                "{'base': {'dataset': 'd'}, 'variants': [{'name': 'a'}, {'name': 'a'}]} | /variants/1/name",
                "{'base': {'dataset': 'd'}, 'variants': []} | /variants",
                "{'base': {'dataset': 'd'}} | /variants",
                "{'base': {'dataset': 'd'}, 'variants': [{}], 'grid': {'epochs': [1]}} | /grid",
                "{'base': 7, 'variants': [{}]} | /base",
                "{'variants': [{}]} | /base",
                "{'base': {'dataset': 'd'}, 'grid': {}} | /grid",
                "{'base': {'dataset': 'd'}, 'grid': {'epochs': []}} | /grid/epochs",
                "{'base': {'dataset': 'd'}, 'grid': {'epochs': [1, 0]}} | /grid/epochs/1",
                "{'base': {'dataset': 'd'}, 'grid': {'epochs': [1, 1]}} | /grid",
                "{'base': {'dataset': 'd'}, 'grid': {'optimizer.learningrate': [1]}} | /grid/optimizer.learningrate/0",
                "{'base': {'dataset': 'd'}, 'grid': {'optimiser.learningRate': [1]}} | /grid/optimiser.learningRate",
                "{'base': {'dataset': 'd'}, 'grid': {'model.hidden': [[1]]}} | /grid/model.hidden/0",
                "{'base': {'dataset': 'd'}, 'grid': {'epochs.': [1]}} | /grid/epochs.",
                "{'base': {'dataset': 'd'}, 'grid': {'name': ['a']}} | /grid/name",
                "{'base': {'dataset': 'd', 'epochs': 'x'}, 'grid': {'seed': [1]}} | /base/epochs",
            })
    void whatIsWrongIsToldAtItsPlaceInTheRequest(String json, String pointer) {
        var refused = catchThrowableOfType(InvalidSpecException.class, () -> jobs(json));
        assertThat(refused).as(json).isNotNull();
        assertThat(refused.violations().stream().map(violation -> violation.pointer()))
                .containsExactly(pointer);
    }

    @Test
    void moreThanHundredJobsAreRefused() {
        assertThat(jobs("{'base': {'dataset': 'd'}, 'grid': {'seed': %s, 'epochs': %s}}".formatted(upTo(10), upTo(10))))
                .hasSize(100);
        assertThatThrownBy(() -> jobs(
                        "{'base': {'dataset': 'd'}, 'grid': {'seed': %s, 'epochs': %s}}".formatted(upTo(101), upTo(1))))
                .hasMessage("The grid has 101 combinations; an experiment has at most 100 jobs");
        assertThatThrownBy(() -> spec("{'base': {'dataset': 'd'}, 'variants': [%s]}"
                        .formatted(String.join(",", java.util.Collections.nCopies(101, "{}")))))
                .isInstanceOf(InvalidSpecException.class);
    }

    @Test
    void hugeGridsAreCountedNotMade() {
        var axes = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            axes.append(i == 0 ? "" : ",")
                    .append("'tags.t")
                    .append(i)
                    .append("': ")
                    .append(upTo(100).replaceAll("(\\d+)", "'$1'"));
        }
        assertThatThrownBy(() -> jobs("{'base': {'dataset': 'd'}, 'grid': {" + axes + "}}"))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("at most 100");
    }

    private static String upTo(int last) {
        return java.util.stream.IntStream.rangeClosed(1, last).boxed().toList().toString();
    }
}
