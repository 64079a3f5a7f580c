package io.chainrule;

import io.chainrule.service.access.PrintedKey;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.metrics.TomcatMetricsAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Import;

/// Starts the service, or prints a new API key.
///
/// Nothing but the packages named here has components: to look for them in all classes would make the start longer. So
/// would wrapping beans for annotations that none of them has, and counting Tomcat's sessions, of which there are none.
@SpringBootApplication(
        scanBasePackages = {
            "io.chainrule.service.access",
            "io.chainrule.service.job",
            "io.chainrule.service.limits",
            "io.chainrule.service.store",
            "io.chainrule.service.web"
        },
        exclude = {
            AopAutoConfiguration.class,
            PersistenceExceptionTranslationAutoConfiguration.class,
            TomcatMetricsAutoConfiguration.class,
            TransactionAutoConfiguration.class
        })
@Import(EngineConfiguration.class)
public class ChainruleApplication {

    static void main(String[] arguments) {
        if (PrintedKey.isAskedFor(arguments)) {
            System.out.println(PrintedKey.make(arguments));
            return;
        }
        SpringApplication.run(ChainruleApplication.class, arguments);
    }
}
