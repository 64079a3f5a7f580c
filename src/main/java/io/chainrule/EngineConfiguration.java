package io.chainrule;

import io.chainrule.engine.kernel.Team;
import io.chainrule.engine.plan.WarmUp;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Prepares the engine, which every part of the service uses, when the process starts.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineConfiguration.EngineSettings.class)
class EngineConfiguration {

    /// How the engine uses the machine; it changes no result.
    ///
    /// @param threads how many may share one large matrix product; 1, since jobs run beside each other
    /// @param warmUp whether the compiler sees all kernels at the start
    @ConfigurationProperties("chainrule.engine")
    record EngineSettings(
            @DefaultValue("1") int threads,
            @DefaultValue("true") boolean warmUp) {

        EngineSettings {
            if (threads < 1) {
                throw new IllegalArgumentException("chainrule.engine.threads is at least 1 but got " + threads);
            }
        }
    }

    /// To be ready matters most, then the first requests, then the warm-up.
    @Bean
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it
    ApplicationListener<ApplicationReadyEvent> engineStart(EngineSettings settings) {
        Team.use(settings.threads());
        return _ -> {
            if (settings.warmUp()) {
                var background =
                        Thread.ofPlatform().name("chainrule-warm-up").daemon().priority(Thread.MIN_PRIORITY);
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, background::start)
                        .execute(WarmUp::run);
            }
        };
    }
}
