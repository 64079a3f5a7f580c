package io.chainrule.service.limits;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the operator what to do instead of showing a stack trace.
class InvalidLimitAnalyzer extends AbstractFailureAnalyzer<InvalidLimitException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidLimitException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Set it to something in between, or leave it out: then its default holds", cause);
    }
}
