package io.chainrule.service.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the operator what to do instead of showing a stack trace.
class InvalidKeysAnalyzer extends AbstractFailureAnalyzer<InvalidKeysException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidKeysException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "java -jar chainrule.jar --print-api-key --owner=NAME --role=user makes a key, and prints what belongs"
                        + " into chainrule.security.api-keys or the file that chainrule.security.api-keys-file names",
                cause);
    }
}
