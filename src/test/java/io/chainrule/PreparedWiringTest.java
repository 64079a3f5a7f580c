package io.chainrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PreparedWiringTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chainrule.metrics",
                "management.server.port",
                "management.opentelemetry.tracing.export.otlp.endpoint",
                "server.forward-headers-strategy",
                "spring.datasource.type",
                "spring.main.lazy-initialization",
                "spring.something-new",
                "debug",
                "anything"
            })
    void settingsThatMayChooseBeansAreTold(String name) {
        assertThat(PreparedWiring.choosing(environment(Map.of(name, "x")))).containsExactly(name);
    }

    @Test
    void variablesOfTheEnvironmentAreSettingsToo() {
        var environment = environment(Map.of());
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(
                                        "CHAINRULE_DATA_DIRECTORY", "/data",
                                        "CHAINRULE_METRICS", "true",
                                        "CHAINRULE_SECURITY_APIKEYS_0_OWNER", "alice",
                                        "MANAGEMENT_SERVER_PORT", "9090",
                                        "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.example:4318",
                                        "PATH", "/usr/bin",
                                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://database/chainrule",
                                        "SPRING_PROFILES_ACTIVE", "postgres")));
        assertThat(PreparedWiring.choosing(environment))
                .containsExactly("CHAINRULE_METRICS", "MANAGEMENT_SERVER_PORT", "OTEL_EXPORTER_OTLP_ENDPOINT");
    }

    @Test
    void profilesOfOthersAreTold() {
        var environment = environment(Map.of());
        environment.setActiveProfiles("postgres", "ours");
        assertThat(PreparedWiring.choosing(environment)).containsExactly("ours");
    }

    /// What is taken for harmless is: the same beans are defined, whatever is set.
    @Test
    void settingsThatAreNotToldChooseNoBeans() {
        var harmless = List.of(
                "chainrule.samples=false",
                "chainrule.data-directory=target/elsewhere",
                "chainrule.jobs.parallel=3",
                "chainrule.engine.warm-up=false",
                "chainrule.cors.allowed-origins=http://page.example",
                "chainrule.security.generate-key=true",
                "chainrule.security.anonymous=allow",
                "chainrule.security.api-keys[0].sha256=" + "0".repeat(64),
                "chainrule.security.api-keys[0].owner=alice",
                "chainrule.quotas.burst=5",
                "chainrule.limits.json.depth=50",
                "logging.level.org.springframework=warn",
                "server.port=0",
                "server.address=0.0.0.0",
                "spring.datasource.url=jdbc:postgresql://database.example/chainrule",
                "spring.datasource.username=somebody",
                "spring.datasource.password=secret",
                "spring.datasource.hikari.maximum-pool-size=3",
                "spring.profiles.active=postgres");
        assertThat(PreparedWiring.choosing(environment(Map.of()))).isEmpty();
        assertThat(beans(harmless)).hasSizeGreaterThan(300).isEqualTo(beans(List.of()));
        assertThat(beans(List.of("chainrule.metrics=true"))).isNotEqualTo(beans(List.of()));
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addFirst(new MapPropertySource("commandLineArgs", settings));
        return environment;
    }

    /// Defines beans as the build of the image does, and makes none.
    private static Set<String> beans(List<String> settings) {
        var names = new TreeSet<String>();
        var arguments = Stream.concat(settings.stream(), Stream.of("spring.main.banner-mode=off"))
                .map("--"::concat)
                .toArray(String[]::new);
        SpringApplication.withHook(_ -> new Defined(names), () -> {
            try {
                new SpringApplication(ChainruleApplication.class).run(arguments);
            } catch (AbandonedRunException _) {
                // that was all
            }
        });
        return names;
    }

    private record Defined(Set<String> names) implements SpringApplicationRunListener {

        @Override
        public void contextLoaded(ConfigurableApplicationContext context) {
            if (context instanceof GenericApplicationContext generic) {
                generic.refreshForAotProcessing(new RuntimeHints());
                names.addAll(List.of(generic.getBeanDefinitionNames()));
            }
            throw new AbandonedRunException(context);
        }
    }
}
