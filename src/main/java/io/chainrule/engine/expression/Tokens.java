package io.chainrule.engine.expression;

import java.util.Optional;

/// The tokens of a text, seen through a window of two: the one just read and the one to read next.
final class Tokens {

    private final String text;
    private final Lexer lexer;
    private Token previous = new Token(Token.Kind.SYMBOL, "", 0, 0);
    private Token current;

    Tokens(String text) {
        this.text = text;
        this.lexer = new Lexer(text);
        this.current = lexer.next();
    }

    Token previous() {
        return previous;
    }

    Token current() {
        return current;
    }

    void advance() {
        previous = current;
        current = lexer.next();
    }

    boolean accept(String symbol) {
        boolean isNext = current.is(symbol);
        if (isNext) {
            advance();
        }
        return isNext;
    }

    boolean atOperator(Precedence loosest) {
        return operator(loosest).isPresent();
    }

    /// The operator that comes next, if it holds at least so tightly.
    Optional<Operator> acceptOperator(Precedence loosest) {
        var operator = operator(loosest);
        if (operator.isPresent()) {
            advance();
        }
        return operator;
    }

    private Optional<Operator> operator(Precedence loosest) {
        return current.kind() == Token.Kind.SYMBOL
                ? Operator.ofSymbol(current.text())
                        .filter(operator -> operator.precedence().compareTo(loosest) >= 0)
                : Optional.empty();
    }

    /// From an offset to the end of what was read last.
    Span spanFrom(int start) {
        return new Span(start, previous.end());
    }

    /// The text of a token as it was written, backticks included.
    String written(Token token) {
        return text.substring(token.start(), token.end());
    }
}
