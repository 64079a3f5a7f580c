package io.chainrule.service.web.problem;

import io.chainrule.engine.expression.ExpressionException;
import io.chainrule.learning.dataset.DatasetInvalidException;
import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.drawing.PictureTooLargeException;
import io.chainrule.service.export.NotExportableException;
import io.chainrule.service.job.DatasetGoneException;
import io.chainrule.service.job.DatasetInUseException;
import io.chainrule.service.job.DatasetUnfitException;
import io.chainrule.service.job.InvalidPageTokenException;
import io.chainrule.service.job.JobAction;
import io.chainrule.service.job.NoModelException;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.job.QuotaExceededException;
import io.chainrule.service.job.SampleProtectedException;
import io.chainrule.service.job.StateConflictException;
import io.chainrule.service.job.repetition.KeyInProgressException;
import io.chainrule.service.job.repetition.KeyReusedException;
import io.chainrule.service.json.MisreadExpressionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the service's own exceptions say about a request.
final class ServiceProblems {

    private static final int MOST_TOLD = 3;

    private ServiceProblems() {}

    static Optional<Problem> of(Throwable thrown) {
        return Optional.ofNullable(
                switch (thrown) {
                    case MisreadExpressionException misread ->
                        ExpressionProblems.of(misread.reason(), misread.pointer());
                    case ExpressionException wrong -> ExpressionProblems.of(wrong, "/expression");
                    case InvalidSpecException invalid -> invalid(invalid.violations());
                    case DatasetInvalidException invalid -> invalid(invalid);
                    case BudgetExceededException exceeded ->
                        Problem.of(ProblemCode.BUDGET_EXCEEDED, message(exceeded))
                                .withFix(exceeded.fix())
                                .with("estimate", exceeded.estimate())
                                .with("limit", exceeded.limit());
                    case PictureTooLargeException large ->
                        Problem.of(ProblemCode.EXPRESSION_TOO_COMPLEX, message(large))
                                .withFix("Ask for JSON or text/vnd.graphviz, or draw a part of the expression")
                                .with("limit", large.limit());
                    case NotFoundException missing -> Problem.of(ProblemCode.NOT_FOUND, message(missing));
                    case StateConflictException conflict -> conflict(conflict);
                    case DatasetUnfitException unfit -> unfit(unfit);
                    case NoModelException none -> noModel(none);
                    case DatasetGoneException gone ->
                        Problem.of(ProblemCode.STATE_CONFLICT, message(gone)).withFix(gone.fix());
                    case DatasetInUseException used -> Problem.of(ProblemCode.DATASET_IN_USE, message(used));
                    case KeyInProgressException working ->
                        Problem.of(ProblemCode.IDEMPOTENCY_IN_PROGRESS, message(working));
                    case KeyReusedException reused -> Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, message(reused));
                    case NotExportableException foreign ->
                        Problem.of(ProblemCode.NOT_EXPORTABLE, message(foreign)).withFix(foreign.fix());
                    case QuotaExceededException much ->
                        Problem.of(ProblemCode.QUOTA_EXCEEDED, message(much))
                                .withFix(much.fix())
                                .with("limit", much.limit());
                    case SampleProtectedException sample -> Problem.of(ProblemCode.FORBIDDEN, message(sample));
                    case InvalidPageTokenException token ->
                        Problem.of(ProblemCode.INVALID_PAGE_TOKEN, message(token))
                                .withErrors(List.of(Fault.of("pageToken", message(token))));
                    default -> null;
                });
    }

    private static Problem invalid(List<Violation> violations) {
        return Problem.of(
                        ProblemCode.INVALID_SPEC,
                        told(violations.stream().map(Violation::detail).toList()))
                .withErrors(violations.stream().map(Fault::at).toList());
    }

    private static Problem invalid(DatasetInvalidException invalid) {
        var problems = invalid.problems();
        return Problem.of(
                        ProblemCode.DATASET_INVALID,
                        told(problems.stream().map(problem -> problem.inWords()).toList()))
                .withErrors(problems.stream().map(Fault::of).toList());
    }

    /// Only a query names a dataset to hold against a model.
    private static Problem unfit(DatasetUnfitException unfit) {
        var details =
                unfit.problems().stream().map(problem -> problem.inWords()).toList();
        return Problem.of(ProblemCode.INVALID_PARAMETER, message(unfit) + ": " + told(details))
                .withErrors(unfit.problems().stream()
                        .map(problem -> Fault.of("dataset", problem))
                        .toList())
                .withFix(unfit.fix());
    }

    private static Problem conflict(StateConflictException conflict) {
        return Problem.of(ProblemCode.STATE_CONFLICT, message(conflict))
                .with("state", conflict.state())
                .with("allowedActions", names(conflict.allowedActions()));
    }

    private static Problem noModel(NoModelException none) {
        if (none.isToCome()) {
            return Problem.of(ProblemCode.NOT_READY, message(none)).with("state", none.state());
        }
        var problem = Problem.of(ProblemCode.STATE_CONFLICT, message(none));
        return (none.allowedActions().isEmpty() ? problem.withFix("Post the job again") : problem)
                .with("state", none.state())
                .with("allowedActions", names(none.allowedActions()));
    }

    private static List<String> names(Set<JobAction> actions) {
        return actions.stream().map(JobAction::wireName).toList();
    }

    private static String told(List<String> details) {
        var told = details.stream().limit(MOST_TOLD).collect(Collectors.joining("; "));
        return details.size() > MOST_TOLD ? told + "; and " + (details.size() - MOST_TOLD) + " more" : told;
    }

    static String message(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), "");
    }
}
