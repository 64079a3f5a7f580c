package io.chainrule.engine.expression;

import java.util.List;

/// Cuts text into tokens, one at a time, so that the parser refuses early what it refuses.
final class Lexer {

    /// Longer ones first, so that `<=` is not read as `<`.
    private static final List<String> SYMBOLS =
            List.of("<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "^", "(", ")", ",");

    private final String text;
    private int position;

    Lexer(String text) {
        this.text = text;
    }

    Token next() {
        while (position < text.length() && isSpace(text.charAt(position))) {
            position++;
        }
        if (position == text.length()) {
            return new Token(Token.Kind.END, "", position, position);
        }
        char first = text.charAt(position);
        if (isDigit(first)) {
            return number();
        }
        if (isLetter(first)) {
            return token(Token.Kind.NAME, endOfName(position));
        }
        return first == '`' ? quotedName() : symbol();
    }

    private Token token(Token.Kind kind, int end) {
        var token = new Token(kind, text.substring(position, end), position, end);
        position = end;
        return token;
    }

    /// Digits, then perhaps a fraction, then perhaps an exponent; each needs digits of its own.
    private Token number() {
        int end = endOfDigits(position);
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = endOfDigits(end + 1);
            if (fraction == end + 1) {
                throw ExpressionSyntaxException.inText(
                        end + 1,
                        "a digit",
                        "A decimal point needs digits on both sides",
                        "Write " + text.substring(position, end) + ".0");
            }
            end = fraction;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? 1 : 0;
            int exponent = endOfDigits(end + 1 + sign);
            if (exponent > end + 1 + sign) {
                end = exponent;
            }
        }
        return token(Token.Kind.NUMBER, end);
    }

    private Token quotedName() {
        int close = text.indexOf('`', position + 1);
        if (close < 0) {
            throw ExpressionSyntaxException.inText(
                    text.length(),
                    "`",
                    "The backtick opened at " + position + " is not closed",
                    "Put a backtick after the name");
        }
        var name = text.substring(position + 1, close);
        var objection = Names.objection(name);
        if (!objection.isEmpty()) {
            throw ExpressionSyntaxException.inText(position, "a name", objection, "Give the variable another name");
        }
        var token = new Token(Token.Kind.QUOTED_NAME, name, position, close + 1);
        position = close + 1;
        return token;
    }

    private Token symbol() {
        int length = lengthOfSymbol();
        var foreign = Slips.at(text, position);
        if (foreign.isPresent() && foreign.get().length() > length) {
            throw Slips.foreign(foreign.get(), text, position);
        }
        if (length == 0) {
            throw Slips.unreadable(text, position);
        }
        return token(Token.Kind.SYMBOL, position + length);
    }

    private int lengthOfSymbol() {
        for (var symbol : SYMBOLS) {
            if (text.startsWith(symbol, position)) {
                return symbol.length();
            }
        }
        return 0;
    }

    private int endOfDigits(int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfName(int from) {
        int end = from;
        while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
    }
}
