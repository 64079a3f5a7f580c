package io.chainrule.service.job.repetition;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long first answers are kept.
///
/// @param answers so long a request can be repeated with its key
@ConfigurationProperties("chainrule.retention")
public record AnswerRetention(@DefaultValue("24h") Duration answers) {

    public AnswerRetention {
        if (answers.isNegative() || answers.isZero()) {
            throw new IllegalArgumentException("chainrule.retention.answers must be positive but is " + answers);
        }
    }
}
