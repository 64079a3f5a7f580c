package io.chainrule.engine.expression;

import static io.chainrule.engine.expression.Questions.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DirectionalTest {

    private static Directional ask(String text, String at, String direction, int order) {
        var question = GradientQuestion.of(ExpressionParser.parse(text), point(at), null, order);
        return Directional.of(question, point(direction));
    }

    @Test
    void theDerivativeInADirectionIsTheGradientTimesTheDirection() {
        var answer = ask("sin(x*y) + x^2", "x=1.5 y=2", "x=0.5 y=-1", 1);
        var gradient = Questions.ask("sin(x*y) + x^2", "x=1.5 y=2").gradient();
        assertThat(answer.derivative()).isCloseTo(0.5 * gradient.get("x") - gradient.get("y"), within(1e-15));
        assertThat(answer.hessianVector()).isNull();
    }

    @Test
    void theHessianTimesADirectionNeedsNoHessian() {
        var answer = ask("x^2*y + exp(y)*z", "x=3 y=0 z=2", "x=1 z=4", 2);
        assertThat(answer.derivative()).isEqualTo(4);
        assertThat(answer.hessianVector()).hasToString("{x=0.0, y=10.0, z=0.0}");
    }

    @Test
    void whatRestsSpoilsNothing() {
        assertThat(ask("sqrt(x) + y", "x=0 y=1", "x=0 y=2", 1).derivative()).isEqualTo(2);
        assertThat(ask("sqrt(x) + y", "x=0 y=1", "y=2", 1).derivative()).isEqualTo(2);
        assertThat(ask("3", "x=0", "x=2", 2)).isEqualTo(new Directional(0, new java.util.LinkedHashMap<>()));
    }

    @Test
    void unknownNamesAreRefused() {
        assertThatThrownBy(() -> ask("alpha^2", "alpha=1", "alpa=1", 1))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("alpa");
    }

    @Test
    void onlyVariablesAskedForAreInTheProduct() {
        var question = GradientQuestion.of(ExpressionParser.parse("x*y"), point("x=3 y=5"), List.of("y"), 2);
        assertThat(Directional.of(question, point("x=2")).hessianVector()).hasToString("{y=2.0}");
    }
}
