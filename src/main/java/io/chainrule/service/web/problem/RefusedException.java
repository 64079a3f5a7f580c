package io.chainrule.service.web.problem;

import java.util.List;
import java.util.stream.Collectors;

/// A request that the web layer itself refuses, with the problem to answer.
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public RefusedException(Problem problem) {
        super(problem.code().code() + ": " + problem.detail());
        this.problem = problem;
    }

    public static RefusedException parameters(List<Fault> faults) {
        var detail = faults.stream().map(Fault::detail).collect(Collectors.joining("; "));
        return new RefusedException(
                Problem.of(ProblemCode.INVALID_PARAMETER, detail).withErrors(faults));
    }

    public Problem problem() {
        return problem;
    }
}
