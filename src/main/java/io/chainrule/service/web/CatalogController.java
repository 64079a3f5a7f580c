package io.chainrule.service.web;

import io.chainrule.engine.expression.MathConstant;
import io.chainrule.engine.expression.derivation.FunctionFacts;
import io.chainrule.learning.specification.Alternative;
import io.chainrule.learning.specification.Parameter;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Describes what can be written and chosen, from the tables that run it.
@RestController
@Tag(name = "Catalog")
@RequestMapping(path = "/v1/catalog", produces = MediaType.APPLICATION_JSON_VALUE)
class CatalogController {

    private final FunctionCatalogView functions = FunctionCatalogView.build();
    private final OptimizerCatalogView optimizers = OptimizerCatalogView.build();

    @Operation(
            operationId = "listFunctions",
            summary = "Functions, operators and constants",
            description = "What expressions are made of: formula, derivatives, domain and kinks of each.")
    @GetMapping("/functions")
    FunctionCatalogView functions() {
        return functions;
    }

    @Operation(
            operationId = "listOptimizers",
            summary = "Optimizers",
            description = "What follows the gradient, with the defaults and ranges of its parameters.")
    @GetMapping("/optimizers")
    OptimizerCatalogView optimizers() {
        return optimizers;
    }

    record FunctionCatalogView(
            List<FunctionView> functions, List<FunctionView> operators, List<ConstantView> constants) {

        static FunctionCatalogView build() {
            return new FunctionCatalogView(
                    FunctionFacts.functions().stream().map(FunctionView::of).toList(),
                    FunctionFacts.operators().stream().map(FunctionView::of).toList(),
                    Arrays.stream(MathConstant.values())
                            .map(constant -> new ConstantView(constant.symbol(), constant.value()))
                            .toList());
        }
    }

    record ConstantView(String name, double value) {}

    /// @param key the name in JSON trees
    /// @param mostOperands absent if there is no limit
    /// @param operands as the formula calls them
    /// @param derivatives by operand, as text
    record FunctionView(
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

    record OptimizerCatalogView(List<ChoiceView> optimizers) {

        static OptimizerCatalogView build() {
            return new OptimizerCatalogView(Settings.choices(OptimizerSpec.class).stream()
                    .map(ChoiceView::of)
                    .toList());
        }
    }

    /// One member of a closed choice, and what can be set of it.
    ///
    /// @param type what a request writes
    record ChoiceView(String type, String help, List<ParameterView> parameters) {

        static ChoiceView of(Alternative choice) {
            return new ChoiceView(
                    choice.name(),
                    choice.help(),
                    Settings.of((Class<?>) choice.meaning()).stream()
                            .map(ParameterView::of)
                            .toList());
        }
    }

    /// @param type `number`, `integer`, `boolean` or `text`
    /// @param defaultValue absent if it must be given
    record ParameterView(
            String name,
            String type,
            String help,
            @Nullable JsonNode defaultValue,
            @Nullable Double minimum,
            @Nullable Double exclusiveMinimum,
            @Nullable Double maximum,
            @Nullable Double exclusiveMaximum) {

        private static final JsonMapper JSON = new JsonMapper();

        static ParameterView of(Parameter parameter) {
            var range = parameter.range();
            return new ParameterView(
                    parameter.name(),
                    type(parameter.rawType()),
                    parameter.help(),
                    parameter.hasDefault() ? JSON.readTree(parameter.byDefault()) : null,
                    range.hasLeast() && range.leastIncluded() ? range.least() : null,
                    range.hasLeast() && !range.leastIncluded() ? range.least() : null,
                    range.hasGreatest() && range.greatestIncluded() ? range.greatest() : null,
                    range.hasGreatest() && !range.greatestIncluded() ? range.greatest() : null);
        }

        private static String type(Class<?> type) {
            if (type == double.class || type == Double.class) {
                return "number";
            }
            if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
                return "integer";
            }
            return type == boolean.class || type == Boolean.class ? "boolean" : "text";
        }
    }
}
