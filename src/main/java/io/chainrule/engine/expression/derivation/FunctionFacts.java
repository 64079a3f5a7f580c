package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.expression.Callables;
import io.chainrule.engine.expression.Domain;
import io.chainrule.engine.expression.Kink;
import io.chainrule.engine.expression.Operator;
import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Unary;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What there is to know about a function or operator, from the table that runs and differentiates it.
///
/// @param name as it is called, or the operator as it is written
/// @param key its name in trees
/// @param mostOperands absent if there is no limit
/// @param operands how the formula calls them; of a function that takes any number, the first two
/// @param derivatives by operand, as text
/// @param domain what the operands must be for a finite value
/// @param kinks where the slope, or the function itself, jumps; at kinks the slope is the stated one
public record FunctionFacts(
        String name,
        String key,
        List<String> aliases,
        int leastOperands,
        @Nullable Integer mostOperands,
        List<String> operands,
        String formula,
        SequencedMap<String, String> derivatives,
        String domain,
        String kinks,
        String help) {

    public FunctionFacts {
        aliases = List.copyOf(aliases);
        operands = List.copyOf(operands);
        derivatives = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(derivatives));
    }

    /// Everything that is called by name, in the order of the tables. A function with an optional operand comes twice.
    public static List<FunctionFacts> functions() {
        return Function.all().stream()
                .filter(function -> Callables.isKnown(function.key()))
                .map(function -> of(function.key(), function))
                .toList();
    }

    /// The sign and what stands between two operands.
    public static List<FunctionFacts> operators() {
        return Stream.concat(
                        Stream.of(of("-", Unary.NEG)),
                        Arrays.stream(Operator.values()).map(operator -> of(operator.symbol(), operator.function())))
                .toList();
    }

    private static FunctionFacts of(String name, Function function) {
        var meaning = Meaning.of(function);
        var operands = List.of(meaning.operands().split(", "));
        var derivatives = new LinkedHashMap<String, String>();
        for (int i = 0; i < operands.size(); i++) {
            derivatives.put(
                    operands.get(i), SlopeRules.of(function, operands, i).print());
        }
        int most = function.mostOperands();
        return new FunctionFacts(
                name,
                function.key(),
                Callables.aliases(name),
                function.leastOperands(),
                most == Integer.MAX_VALUE ? null : most,
                operands,
                meaning.formula(),
                derivatives,
                Domain.of(function).describe(),
                Kink.of(function).describe(),
                meaning.help());
    }
}
