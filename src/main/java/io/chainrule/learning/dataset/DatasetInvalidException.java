package io.chainrule.learning.dataset;

import java.util.List;
import java.util.stream.Collectors;

/// Examples that make no dataset, with the first twenty things that are wrong with them.
public final class DatasetInvalidException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public DatasetInvalidException(List<Problem> problems) {
        super(problems.stream().map(Problem::inWords).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
