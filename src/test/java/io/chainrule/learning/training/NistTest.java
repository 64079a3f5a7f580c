package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.model.Model;
import io.chainrule.learning.training.NistProblem.Start;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Levenberg-Marquardt, with nothing set, against certified answers.
class NistTest {

    static List<NistProblem> problems() {
        return NistProblem.all();
    }

    @Test
    void thereAreEightProblems() {
        assertThat(problems()).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void nearStartLeadsToTheCertifiedFit(NistProblem problem) {
        assertCertified(problem, Start.START2);
    }

    /// From the far start of BoxBOD the sum of squares falls towards a plateau at b2 = ∞.
    @ParameterizedTest
    @MethodSource("problems")
    void farStartLeadsThereTooButForOne(NistProblem problem) {
        if (problem.name().equals("BoxBOD")) {
            var run = TrainingRun.of(problem.fitFrom(Start.START1).build(), problem.dataset());
            assertThat(Specs.train(run).last().value(Metric.TRAIN_LOSS)).isFinite();
            assertThat(run.ending()).contains(Ending.CONVERGED);
        } else {
            assertCertified(problem, Start.START1);
        }
    }

    private static void assertCertified(NistProblem problem, Start start) {
        var run = TrainingRun.of(problem.fitFrom(start).build(), problem.dataset());
        var last = Specs.train(run).last();
        var model = run.result();
        var uncertainty = Objects.requireNonNull(model.uncertainty());

        assertThat(run.ending()).contains(Ending.CONVERGED);
        int position = 0;
        for (var parameter : problem.certified().keySet()) {
            assertThat(NistProblem.digits(value(model, parameter), certified(problem, parameter)))
                    .as(parameter)
                    .isGreaterThan(9);
            assertThat(NistProblem.digits(
                            uncertainty.standardError(position++),
                            Objects.requireNonNull(problem.standardErrors().get(parameter))))
                    .as("standard error of " + parameter)
                    .isGreaterThan(8);
        }
        double squares = last.value(Metric.TRAIN_LOSS) * problem.dataset().examples();
        assertThat(NistProblem.digits(squares, problem.residualSumOfSquares())).isGreaterThan(9);
        assertThat(NistProblem.digits(uncertainty.residualStandardDeviation(), problem.residualStandardDeviation()))
                .isGreaterThan(9);
        assertThat(last.value(Metric.TRAIN_RMSE))
                .isCloseTo(Math.sqrt(last.value(Metric.TRAIN_LOSS)), within(1e-12 * squares));
    }

    private static double certified(NistProblem problem, String parameter) {
        return Objects.requireNonNull(problem.certified().get(parameter));
    }

    private static double value(Model model, String parameter) {
        return model.parameters().tensor(parameter).values()[0];
    }
}
