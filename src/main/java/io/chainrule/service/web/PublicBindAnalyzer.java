package io.chainrule.service.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the operator what to do instead of showing a stack trace.
class PublicBindAnalyzer extends AbstractFailureAnalyzer<PublicBindException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, PublicBindException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set server.address=127.0.0.1, or chainrule.security.api-keys (java -jar chainrule.jar --print-api-key"
                        + " makes one), or, if that is what you want, " + BindRule.SETTING + "=allow",
                cause);
    }
}
