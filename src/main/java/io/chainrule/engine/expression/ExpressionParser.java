package io.chainrule.engine.expression;

import io.chainrule.engine.expression.Expression.Call;
import io.chainrule.engine.expression.Expression.Constant;
import io.chainrule.engine.expression.Expression.Literal;
import io.chainrule.engine.expression.Expression.Negation;
import io.chainrule.engine.expression.Expression.Operation;
import io.chainrule.engine.expression.Expression.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads infix text by this grammar, loosest first:
///
///     comparison = sum [("<" | "<=" | ">" | ">=" | "==" | "!=") sum]
///     sum        = product {("+" | "-") product}
///     product    = signed {("*" | "/") signed}
///     signed     = ("-" | "+") signed | power
///     power      = atom ["^" signed]
///     atom       = number | name | function "(" comparison {"," comparison} ")" | "(" comparison ")"
///
/// It descends only where the text nests, and never deeper than the limits allow; chains are loops.
public final class ExpressionParser {

    private final ExpressionLimits limits;
    private final Tokens tokens;
    private final List<Token> open = new ArrayList<>(); // parentheses that are not closed yet
    private final Set<String> variables = new HashSet<>();
    private int depth;
    private int nodes;

    private ExpressionParser(String text, ExpressionLimits limits) {
        this.limits = limits;
        this.tokens = new Tokens(text);
    }

    /// The expression that the text spells, within the usual limits.
    ///
    /// @throws ExpressionException if the text is no expression, or too large a one
    public static Expression parse(String text) {
        return parse(text, ExpressionLimits.DEFAULT);
    }

    /// The expression that the text spells.
    ///
    /// @throws ExpressionException if the text is no expression, or too large a one
    public static Expression parse(String text, ExpressionLimits limits) {
        limits.requireCharacters(text.length());
        var parser = new ExpressionParser(text, limits);
        var expression = parser.chain(Precedence.COMPARISON);
        if (parser.tokens.current().kind() != Token.Kind.END) {
            throw parser.unexpected("an operator or the end");
        }
        return expression;
    }

    /// Signed operands with operators between them that hold at least so tightly. One method reads comparison, sum and
    /// product, so that each level of nesting takes less of the stack.
    private Expression chain(Precedence loosest) {
        int start = tokens.current().start();
        var left = signed();
        for (var operator = tokens.acceptOperator(loosest);
                operator.isPresent();
                operator = tokens.acceptOperator(loosest)) {
            var precedence = operator.get().precedence();
            left = operation(start, operator.get(), left, chain(precedence.right()));
            if (precedence == Precedence.COMPARISON && tokens.atOperator(Precedence.COMPARISON)) {
                throw Mistakes.chainedComparison(tokens.current());
            }
        }
        return left;
    }

    private Expression signed() {
        int start = tokens.current().start();
        if (tokens.accept("-")) {
            descend();
            var operand = signed();
            depth--;
            return counted(new Negation(operand, tokens.spanFrom(start)));
        }
        if (tokens.accept("+")) {
            descend();
            var operand = signed();
            depth--;
            return operand;
        }
        return power();
    }

    private Expression power() {
        int start = tokens.current().start();
        var base = atom();
        var operator = tokens.acceptOperator(Precedence.POWER);
        if (operator.isEmpty()) {
            return base;
        }
        descend();
        var exponent = signed();
        depth--;
        return operation(start, operator.get(), base, exponent);
    }

    private Expression atom() {
        var token = tokens.current();
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case NAME -> name(token);
            case QUOTED_NAME -> {
                tokens.advance();
                yield variable(token);
            }
            case SYMBOL -> {
                if (!token.is("(")) {
                    throw unexpected("an operand");
                }
                yield parenthesised();
            }
            case END -> throw unexpected("an operand");
        };
    }

    private Expression number(Token token) {
        double value = Double.parseDouble(token.text());
        if (value == Double.POSITIVE_INFINITY) {
            throw Mistakes.numberTooLarge(token);
        }
        tokens.advance();
        return counted(new Literal(value, tokens.spanFrom(token.start())));
    }

    private Expression name(Token token) {
        tokens.advance();
        var constant = MathConstant.of(token.text());
        if (constant.isPresent()) {
            return counted(new Constant(constant.get(), tokens.spanFrom(token.start())));
        }
        if (tokens.current().is("(")) {
            return call(token, arguments());
        }
        if (Callables.isKnown(token.text())) {
            throw Mistakes.functionWithoutParentheses(token, tokens);
        }
        return variable(token);
    }

    private Expression variable(Token token) {
        variables.add(token.text());
        limits.requireVariables(variables.size());
        return counted(new Variable(token.text(), tokens.spanFrom(token.start())));
    }

    private Expression parenthesised() {
        openParenthesis();
        var inner = chain(Precedence.COMPARISON);
        closeParenthesis();
        return inner;
    }

    private List<Expression> arguments() {
        openParenthesis();
        var arguments = new ArrayList<Expression>();
        if (!tokens.current().is(")")) {
            do {
                arguments.add(chain(Precedence.COMPARISON));
            } while (tokens.accept(","));
        }
        closeParenthesis();
        return arguments;
    }

    private Expression call(Token name, List<Expression> arguments) {
        var function = switch (Callables.find(name.text(), arguments.size())) {
            case Callables.Lookup.Found(var found) -> found;
            case Callables.Lookup.Unknown _ -> throw Callables.unknown(name.text(), name.start(), "");
            case Callables.Lookup.WrongCount(var takes) -> throw Mistakes.wrongCount(name, takes, arguments.size());
        };
        return counted(new Call(function, arguments, tokens.spanFrom(name.start())));
    }

    private void openParenthesis() {
        open.add(tokens.current());
        descend();
        tokens.advance();
    }

    private void closeParenthesis() {
        if (!tokens.accept(")")) {
            throw unexpected("an operator or )");
        }
        open.removeLast();
        depth--;
    }

    private Expression operation(int start, Operator operator, Expression left, Expression right) {
        return counted(new Operation(operator, left, right, tokens.spanFrom(start)));
    }

    private Expression counted(Expression expression) {
        limits.requireNodes(++nodes);
        return expression;
    }

    private void descend() {
        limits.requireDepth(++depth);
    }

    private ExpressionSyntaxException unexpected(String expected) {
        return Mistakes.unexpected(tokens, open, expected);
    }
}
