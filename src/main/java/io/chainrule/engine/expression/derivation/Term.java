package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.expression.MathConstant;
import io.chainrule.engine.expression.Operator;
import io.chainrule.engine.graph.Function;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A part of a formula, unique within its [Algebra]: equal terms are the same object.
final class Term {

    private static final long LARGEST = 2_000;
    private static final int DEEPEST = 400;

    /// What a term is made of. A number is a product without powers.
    sealed interface Content {
        record Named(MathConstant constant) implements Content {}

        record Variable(String name) implements Content {}

        record Apply(Function function, List<Term> operands) implements Content {}

        record Product(Ratio coefficient, List<Power> powers) implements Content {}

        record Sum(List<Part> parts) implements Content {}
    }

    /// A factor of a product.
    record Power(Term base, Ratio exponent) {}

    /// A summand: a multiple of a term that has no coefficient itself.
    record Part(Ratio coefficient, Term term) {}

    private final int id;
    private final Content content;
    private final long size;
    private final int depth;

    /// @param id in order of appearance
    /// @throws FormulaTooLargeException if nobody would read it
    Term(int id, Content content) {
        this.id = id;
        this.content = content;
        size = 1 + operands().mapToLong(operand -> operand.size + 1).sum();
        depth = 1 + operands().mapToInt(operand -> operand.depth).max().orElse(0);
        if (size > LARGEST || depth > DEEPEST) {
            throw new FormulaTooLargeException("The formula is too large to be read");
        }
    }

    int id() {
        return id;
    }

    Content content() {
        return content;
    }

    /// The number that it is, if it is one.
    Optional<Ratio> number() {
        return content instanceof Content.Product(var coefficient, var powers) && powers.isEmpty()
                ? Optional.of(coefficient)
                : Optional.empty();
    }

    boolean is(long value) {
        return number().equals(Optional.of(Ratio.of(value)));
    }

    /// What the function is applied to, if it is this function applied to something.
    Optional<List<Term>> operandsOf(Function function) {
        return content instanceof Content.Apply(var applied, var operands) && applied == function
                ? Optional.of(operands)
                : Optional.empty();
    }

    boolean isComparison() {
        return content instanceof Content.Apply apply
                && Operator.ofKey(apply.function().key())
                        .filter(Operator::isComparison)
                        .isPresent();
    }

    List<Part> asSum() {
        return content instanceof Content.Sum(var parts) ? parts : List.of(new Part(Ratio.ONE, this));
    }

    Content.Product asProduct() {
        return content instanceof Content.Product product
                ? product
                : new Content.Product(Ratio.ONE, List.of(new Power(this, Ratio.ONE)));
    }

    private Stream<Term> operands() {
        return switch (content) {
            case Content.Named _, Content.Variable _ -> Stream.empty();
            case Content.Apply apply -> apply.operands().stream();
            case Content.Product product -> product.powers().stream().map(Power::base);
            case Content.Sum(var parts) -> parts.stream().map(Part::term);
        };
    }
}
