package io.chainrule.engine.expression.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.engine.expression.Directional;
import io.chainrule.engine.expression.ExplainedGraph.Edge;
import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.engine.expression.ExpressionTree;
import io.chainrule.engine.expression.GradientQuestion;
import io.chainrule.engine.expression.RandomExpressions;
import io.chainrule.engine.expression.Trees;
import io.chainrule.engine.expression.derivation.Formulas;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for every expression, at every point: the laws, on ten thousand expressions of every function.
///
/// Where numbers cancel, two right ways to the same derivative differ by what rounding explains, and that is measured.
class RandomExpressionLawsTest {

    private static final int EXPRESSIONS = 10_000;

    private static GradientQuestion question(long seed, int order) {
        var expression =
                ExpressionParser.parse(new RandomExpressions(seed).next().print());
        var random = new Random(seed);
        var at = Map.of("x", random.nextDouble(-2, 3), "y", random.nextDouble(-2, 3), "z", random.nextDouble(-2, 3));
        return GradientQuestion.of(expression, at, null, order);
    }

    private static String text(GradientQuestion question) {
        return question.expression().print();
    }

    @Test
    void printedTextAndTreesAreReadAsTheSameExpression() {
        for (long seed = 0; seed < EXPRESSIONS; seed++) {
            var expression = new RandomExpressions(seed).next();
            var spelled = Trees.spelled(expression);
            assertThat(Trees.spelled(ExpressionParser.parse(expression.print())))
                    .isEqualTo(spelled);
            assertThat(Trees.spelled(ExpressionTree.read(ExpressionTree.write(expression))))
                    .isEqualTo(spelled);
        }
    }

    @Test
    void aNodesGradientIsTheSumOfTheContributionsThatLeaveIt() {
        for (long seed = 0; seed < EXPRESSIONS; seed++) {
            var question = question(seed, 1);
            var graph = question.answer().graph();
            var sums = new double[graph.nodes().size()];
            var sizes = new double[graph.nodes().size()];
            for (var edge : graph.edges()) {
                assertThat(edge.contribution() == null).isEqualTo(edge.localDerivative() == null);
                add(edge, sums, sizes);
            }
            for (var node : graph.nodes()) {
                if (node.gradient() != null && node.id() != graph.output() && Double.isFinite(sizes[node.id()])) {
                    assertThat(Math.abs(node.gradient() - sums[node.id()]))
                            .as(() -> "node %d of %s".formatted(node.id(), text(question)))
                            .isLessThanOrEqualTo(1e-12 * sizes[node.id()]);
                }
            }
        }
    }

    private static void add(Edge edge, double[] sums, double[] sizes) {
        if (edge.contribution() != null) {
            sums[edge.from()] += edge.contribution();
            sizes[edge.from()] += Math.abs(edge.contribution());
        }
    }

    @Test
    void forwardModeEqualsReverseMode() {
        int compared = 0;
        for (long seed = 0; seed < EXPRESSIONS; seed++) {
            var question = question(seed, 1);
            for (var slope : question.answer().gradient().entrySet()) {
                double forward =
                        Directional.of(question, Map.of(slope.getKey(), 1.0)).derivative();
                compared += assertSame(question, slope.getKey(), forward, slope.getValue());
            }
        }
        assertThat(compared).isGreaterThan(EXPRESSIONS);
    }

    @Test
    void derivativesAsTextEvaluateToTheNumericOnes() {
        int compared = 0;
        int omitted = 0;
        for (long seed = 0; seed < EXPRESSIONS; seed++) {
            var question = question(seed, 1);
            var names = question.wrt();
            var formulas = Formulas.of(question.expression(), names);
            omitted += formulas.warnings().size();
            var gradient = question.answer().gradient();
            for (var derivative : formulas.derivatives().entrySet()) {
                var text = derivative.getValue().text();
                var claim = ExpressionParser.parse(text);
                assertThat(claim.print()).isEqualTo(text);
                double actual = gradient.get(derivative.getKey());
                var claimed = new Quantity(claim);
                double value = claimed.at(question.at());
                double rounding = claimed.roundingAt(question.at());
                if (Double.isFinite(actual) && Double.isFinite(value) && Double.isFinite(rounding)) {
                    compared += assertSame(question, derivative.getKey(), value, actual, rounding, text);
                }
            }
        }
        assertThat(compared).isGreaterThan(EXPRESSIONS);
        assertThat(omitted).isLessThan(EXPRESSIONS / 100);
    }

    @Test
    void hessiansAreSymmetricAndEqualForwardModeThroughTheBackwardPass() {
        int compared = 0;
        for (long seed = 0; seed < EXPRESSIONS; seed++) {
            var question = question(seed, 2);
            var hessian = question.answer().hessian();
            for (var name : question.wrt()) {
                var column = Directional.of(question, Map.of(name, 1.0)).hessianVector();
                for (var other : question.wrt()) {
                    double entry = hessian.get(name).get(other);
                    assertThat(entry).isEqualTo(hessian.get(other).get(name));
                    double forward = column.get(other);
                    if (Double.isFinite(entry) && Double.isFinite(forward)) {
                        compared++;
                        assertThat(Errors.relative(entry, forward))
                                .as(() -> "%s by %s and %s".formatted(text(question), name, other))
                                .isLessThan(1e-7);
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(EXPRESSIONS);
    }

    @Test
    void noRightDerivativeIsCertifiedWrong() {
        for (long seed = 0; seed < EXPRESSIONS / 10; seed++) {
            var question = question(seed, 1);
            var certificate = Certificate.of(question, question.answer());
            assertThat(certificate.verdict())
                    .as(() -> "%s at %s: %s".formatted(text(question), question.at(), certificate))
                    .isNotEqualTo(Certificate.Verdict.DISAGREE);
        }
    }

    private static int assertSame(GradientQuestion question, String name, double value, double reverse) {
        return Double.isFinite(reverse) && Double.isFinite(value)
                ? assertSame(question, name, value, reverse, 0, "forward mode")
                : 0;
    }

    private static int assertSame(
            GradientQuestion question, String name, double value, double reverse, double rounding, String other) {
        double difference = Math.abs(value - reverse);
        if (difference > 1e-12 * Math.abs(reverse)) {
            double own = new Quantity(question.expression(), name).roundingAt(question.at());
            assertThat(difference)
                    .as(() -> "%s by %s at %s: %s".formatted(text(question), name, question.at(), other))
                    .isLessThanOrEqualTo(32 * (own + rounding));
        }
        return 1;
    }
}
