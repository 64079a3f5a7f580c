package io.chainrule.service.web.catalog;

import io.chainrule.engine.expression.MathConstant;
import io.chainrule.engine.expression.derivation.FunctionFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What expressions are made of.
public record FunctionCatalogView(
        List<FunctionView> functions, List<FunctionView> operators, List<ConstantView> constants) {

    public static FunctionCatalogView build() {
        return new FunctionCatalogView(
                FunctionFacts.functions().stream().map(FunctionView::of).toList(),
                FunctionFacts.operators().stream().map(FunctionView::of).toList(),
                Arrays.stream(MathConstant.values())
                        .map(constant -> new ConstantView(constant.symbol(), constant.value()))
                        .toList());
    }

    /// A number that has a name.
    public record ConstantView(String name, double value) {}

    /// A function or an operator.
    ///
    /// @param key the name in JSON trees
    /// @param mostOperands absent if there is no limit
    /// @param operands as the formula calls them
    /// @param derivatives by operand, as text
    public record FunctionView(
            String name,
            String key,
            List<String> aliases,
            int leastOperands,
            @Nullable Integer mostOperands,
            List<String> operands,
            String formula,
            Map<String, String> derivatives,
            String domain,
            String kinks,
            String help) {

        static FunctionView of(FunctionFacts facts) {
            return new FunctionView(
                    facts.name(),
                    facts.key(),
                    facts.aliases(),
                    facts.leastOperands(),
                    facts.mostOperands(),
                    facts.operands(),
                    facts.formula(),
                    facts.derivatives(),
                    facts.domain(),
                    facts.kinks(),
                    facts.help());
        }
    }
}
