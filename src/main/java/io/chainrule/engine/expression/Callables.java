package io.chainrule.engine.expression;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Unary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The functions that text calls by name, their other spellings, and what users of other notations write instead.
public final class Callables {

    private static final Map<String, String> ALIASES =
            Map.of("ln", "log", "arcsin", "asin", "arccos", "acos", "arctan", "atan", "sgn", "sign");

    /// Functions of other notations that have an operator or another name here.
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("pow", "a^b"),
            Map.entry("power", "a^b"),
            Map.entry("add", "a + b"),
            Map.entry("sub", "a - b"),
            Map.entry("mul", "a*b"),
            Map.entry("div", "a/b"),
            Map.entry("neg", "-a"),
            Map.entry("if", "where(condition, a, b)"),
            Map.entry("ifelse", "where(condition, a, b)"),
            Map.entry("lg", "log10(a)"),
            Map.entry("ld", "log2(a)"),
            Map.entry("lb", "log2(a)"),
            Map.entry("tg", "tan(a)"),
            Map.entry("fabs", "abs(a)"),
            Map.entry("signum", "sign(a)"),
            Map.entry("logistic", "sigmoid(a)"),
            Map.entry("swish", "silu(a)"),
            Map.entry("arcsinh", "asinh(a)"),
            Map.entry("arsinh", "asinh(a)"),
            Map.entry("arccosh", "acosh(a)"),
            Map.entry("arcosh", "acosh(a)"),
            Map.entry("arctanh", "atanh(a)"),
            Map.entry("artanh", "atanh(a)"),
            Map.entry("arctan2", "atan2(a, b)"),
            Map.entry("sec", "1/cos(a)"),
            Map.entry("csc", "1/sin(a)"),
            Map.entry("cot", "1/tan(a)"));

    /// By key, one or two of each: `leaky_relu` comes with and without its slope. Operators are functions too, but text
    /// writes them between their operands.
    private static final SequencedMap<String, List<Function>> FUNCTIONS = Function.all().stream()
            .filter(function ->
                    function != Unary.NEG && Operator.ofKey(function.key()).isEmpty())
            .collect(groupingBy(Function::key, LinkedHashMap::new, toList()));

    private Callables() {}

    public static boolean isKnown(String name) {
        return FUNCTIONS.containsKey(name) || ALIASES.containsKey(name);
    }

    /// Other spellings of a function's name.
    public static List<String> aliases(String name) {
        return ALIASES.entrySet().stream()
                .filter(alias -> alias.getValue().equals(name))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// The function of that name for so many arguments, or what to say about it.
    static Lookup find(String name, int arguments) {
        var key = ALIASES.getOrDefault(name, name);
        var functions = FUNCTIONS.get(key);
        if (functions == null) {
            return new Lookup.Unknown();
        }
        for (var function : functions) {
            if (function.leastOperands() <= arguments && arguments <= function.mostOperands()) {
                return new Lookup.Found(function);
            }
        }
        return new Lookup.WrongCount(arity(functions));
    }

    sealed interface Lookup {
        record Found(Function function) implements Lookup {}

        /// `takes` reads like "2 or more arguments".
        record WrongCount(String takes) implements Lookup {}

        record Unknown() implements Lookup {}
    }

    private static String arity(List<Function> functions) {
        int least = functions.stream().mapToInt(Function::leastOperands).min().orElseThrow();
        int most = functions.stream().mapToInt(Function::mostOperands).max().orElseThrow();
        if (least == most) {
            return least == 1 ? "1 argument" : least + " arguments";
        }
        return most == Integer.MAX_VALUE ? least + " or more arguments" : least + " to " + most + " arguments";
    }

    static UnknownNameException unknown(String name, @Nullable Integer position, String pointer) {
        var message = "There is no function called " + name;
        var elsewhere = ELSEWHERE.get(name);
        if (elsewhere != null) {
            return new UnknownNameException(name, null, position, pointer, "expression", message, "Write " + elsewhere);
        }
        var nearest = NearestName.of(name, FUNCTIONS.keySet())
                .or(() -> NearestName.of(name, ALIASES.keySet()))
                .orElse(null);
        var fix = nearest != null
                ? "Did you mean " + nearest + "?"
                : "To multiply write " + Names.quoted(name) + "*(…); the functions are "
                        + String.join(", ", FUNCTIONS.keySet());
        return new UnknownNameException(name, nearest, position, pointer, "expression", message, fix);
    }
}
