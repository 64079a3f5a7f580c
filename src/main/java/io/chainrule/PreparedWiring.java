package io.chainrule;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.springframework.aot.AotDetector;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/// Decides whether a start takes the wiring of beans that was prepared when the image was built, which takes a
/// third of the time off.
///
/// Spring Boot lets settings choose which beans there are; in a prepared wiring it has chosen already, by those of
/// `application.properties`. So whoever asks for it (`-Dspring.aot.enabled=true`) gets it as long as all that is set
/// beside them is known to choose nothing. What is not known is wired at the start, as without the image.
final class PreparedWiring implements EnvironmentPostProcessor {

    /// Without what is not a letter or a digit, since variables of the environment have neither dots nor dashes.
    private static final Set<String> CHOOSES_NOTHING = Set.of(
            "serveraddress",
            "serverport",
            "springaotenabled",
            "springapplicationname",
            "springapplicationpid",
            "springapplicationversion",
            "springdatasourcepassword",
            "springdatasourceurl",
            "springdatasourceusername",
            "springprofilesactive");

    /// All of ours but one.
    private static final List<String> FAMILIES = List.of("chainrule", "logginglevel", "springdatasourcehikari");

    private static final String METRICS = "chainrulemetrics";
    private static final Set<String> PROFILES = Set.of("postgres");

    /// The system and the virtual machine say much that is no setting. Spring's begin with these.
    private static final Set<String> OF_THE_MACHINE = Set.of(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    private static final List<String> ROOTS = List.of(
            "chainrule",
            "dbscheduler",
            "debug",
            "logging",
            "management",
            "micrometer",
            "otel",
            "server",
            "spring",
            "trace",
            "vcap");

    private static final String OWN_FILE = "Config resource 'class path resource";

    private final Log log;

    PreparedWiring(DeferredLogFactory logs) {
        log = logs.getLog(PreparedWiring.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (AotDetector.useGeneratedArtifacts()) {
            var choosing = choosing(environment);
            if (!choosing.isEmpty()) {
                log.info("Wires its parts anew, which takes longer, as they may depend on " + choosing);
                SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
            }
        }
    }

    /// What is set and may choose beans.
    static Set<String> choosing(ConfigurableEnvironment environment) {
        var choosing = new TreeSet<String>();
        Stream.of(environment.getActiveProfiles())
                .filter(profile -> !PROFILES.contains(profile))
                .forEach(choosing::add);
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> settings
                    && !source.getName().startsWith(OWN_FILE)) {
                boolean ofTheMachine = OF_THE_MACHINE.contains(source.getName());
                Stream.of(settings.getPropertyNames())
                        .filter(name -> mayChoose(plain(name), ofTheMachine))
                        .forEach(choosing::add);
            }
        }
        return choosing;
    }

    private static boolean mayChoose(String name, boolean ofTheMachine) {
        if (ofTheMachine && ROOTS.stream().noneMatch(name::startsWith)) {
            return false;
        }
        boolean isKnown = CHOOSES_NOTHING.contains(name) || FAMILIES.stream().anyMatch(name::startsWith);
        return !isKnown || name.equals(METRICS);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
