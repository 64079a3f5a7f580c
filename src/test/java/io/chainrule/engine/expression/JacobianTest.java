package io.chainrule.engine.expression;

import static io.chainrule.engine.expression.Questions.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JacobianTest {

    private static Jacobian of(String at, String... texts) {
        return Jacobian.of(Stream.of(texts).map(ExpressionParser::parse).toList(), point(at), null);
    }

    @Test
    void everyExpressionHasARow() {
        var jacobian = of("x=3 y=5", "x*y", "x + y", "7");
        assertThat(jacobian.values()).containsExactly(15.0, 8.0, 7.0);
        assertThat(jacobian.variables()).containsExactly("x", "y");
        assertThat(jacobian.rows()).containsExactly(List.of(5.0, 3.0), List.of(1.0, 1.0), List.of(0.0, 0.0));
        assertThat(jacobian.warnings()).isEmpty();
    }

    @Test
    void warningsNameTheExpression() {
        var jacobian = of("x=-1 q=2", "x", "log(x)");
        assertThat(jacobian.warnings()).extracting(Warning::code).containsExactly("superfluous-name", "domain-error");
        assertThat(jacobian.warnings().getLast().row()).isEqualTo(1);
        assertThat(jacobian.warnings().getLast().detail()).isEqualTo("Expression 1: log(-1) is NaN");
        assertThat(jacobian.values().getLast()).isNaN();
    }

    @Test
    void variablesMayBeChosen() {
        var jacobian = Jacobian.of(
                List.of(ExpressionParser.parse("x*y"), ExpressionParser.parse("y^2")), point("x=3 y=5"), List.of("y"));
        assertThat(jacobian.rows()).containsExactly(List.of(3.0), List.of(10.0));
    }

    @Test
    void everyVariableNeedsAValue() {
        assertThatThrownBy(() -> of("x=3", "x", "x*y")).isInstanceOf(MissingVariableException.class);
    }
}
