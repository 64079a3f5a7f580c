package io.chainrule.engine.expression.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.engine.expression.ExpressionParser;
import org.junit.jupiter.api.Test;

class FunctionFactsTest {

    @Test
    void everythingThatCanBeWrittenIsDescribed() {
        assertThat(FunctionFacts.functions())
                .hasSizeGreaterThan(45)
                .extracting(FunctionFacts::name)
                .contains("exp", "atan2", "where", "logsumexp", "mish");
        assertThat(FunctionFacts.operators())
                .extracting(FunctionFacts::name)
                .containsExactly("-", "<", "<=", ">", ">=", "==", "!=", "+", "-", "*", "/", "^");
        assertThat(FunctionFacts.functions()).allSatisfy(facts -> {
            assertThat(facts.help()).isNotBlank();
            assertThat(facts.derivatives().keySet()).containsExactlyElementsOf(facts.operands());
            assertThat(facts.derivatives().values())
                    .allSatisfy(text ->
                            assertThat(ExpressionParser.parse(text).print()).isEqualTo(text));
        });
    }

    @Test
    void aRowTellsAllThatATableOfDerivativesWould() {
        var tanh = FunctionFacts.functions().stream()
                .filter(facts -> facts.name().equals("log"))
                .findFirst()
                .orElseThrow();
        assertThat(tanh.aliases()).containsExactly("ln");
        assertThat(tanh.derivatives()).hasToString("{x=1/x}");
        assertThat(tanh.domain()).isEqualTo("a positive operand");
        assertThat(tanh.kinks()).isEqualTo("nowhere");
        assertThat(tanh.leastOperands()).isEqualTo(1);
        assertThat(tanh.mostOperands()).isEqualTo(1);
    }

    @Test
    void functionsOfAnyNumberOfOperandsSaySo() {
        assertThat(FunctionFacts.functions())
                .filteredOn(facts -> facts.mostOperands() == null)
                .extracting(FunctionFacts::name)
                .containsExactlyInAnyOrder("max", "min", "hypot", "logsumexp");
    }
}
