package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// What there is behind the port, all of it: whoever adds a path, or a library that brings some, sees it here.
@WebTest
class PathsTest {

    private static final String ALLOWED = "allowed-paths.txt";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private MockMvcTester web;

    @Test
    void pathsAreTheAllowedOnes() throws IOException {
        var paths = new TreeSet<String>();
        application.getBeansOfType(HandlerMapping.class).values().stream()
                .flatMap(mapping -> patterns(mapping).stream())
                .forEach(paths::add);
        paths.addAll(files());
        assertThat(paths).containsExactlyElementsOf(new TreeSet<>(allowed()));
    }

    private static Collection<String> patterns(HandlerMapping mapping) {
        return switch (mapping) {
            case RequestMappingInfoHandlerMapping methods ->
                methods.getHandlerMethods().keySet().stream()
                        .flatMap(info -> info.getPatternValues().stream())
                        .toList();
            case AbstractUrlHandlerMapping addresses ->
                addresses.getHandlerMap().keySet();
            default -> List.of();
        };
    }

    /// Of the dashboard; those of libraries stand behind patterns.
    private static Collection<String> files() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:/static/**/*.*"))
                .map(file -> file.toString().replaceFirst(".*/static(/.*?)\\]?$", "$1"))
                .map(path -> path.replaceFirst("^/(dashboard|vendor)/.*", "/$1/**"))
                .toList();
    }

    private static Collection<String> allowed() throws IOException {
        var lines = new ClassPathResource(ALLOWED).getContentAsString(StandardCharsets.UTF_8);
        return Stream.of(lines.split("\n")).filter(line -> !line.isBlank()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/h2-console",
                "/h2-console/",
                "/console",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/beans",
                "/actuator/configprops",
                "/actuator/loggers",
                "/actuator/mappings",
                "/actuator/scheduledtasks",
                "/actuator/shutdown",
                "/actuator/flyway",
                "/actuator/metrics",
                "/application.properties",
                "/io/chainrule/ChainruleApplication.class",
                "/webjars/",
                "/.git/config",
                "/login",
                "/logout",
            })
    void nothingIsThere(String path) {
        assertThat(web.get().uri(path)).hasStatus(404);
    }
}
