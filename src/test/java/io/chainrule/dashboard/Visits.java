package io.chainrule.dashboard;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Opens the system's Chromium once and gives each test a visitor of its own. After each test, what the visitor
/// noticed has to be clean: no error on the console, no request beyond the own host.
final class Visits implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Visits.class);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /// Playwright and its browser, closed with the last test.
    private record Open(Playwright playwright, Browser browser) implements AutoCloseable {

        static Open browser(Path chromium) {
            var playwright =
                    Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var options = new LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox", "--force-color-profile=srgb"));
            return new Open(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeThat(chromium())
                .as("The dashboard is not tried in a browser: none of %s is on the PATH", NAMES)
                .isPresent();
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var browser = Objects.requireNonNull(context.getRoot()
                        .getStore(NAMESPACE)
                        .computeIfAbsent(
                                Open.class, _ -> Open.browser(chromium().orElseThrow()), Open.class))
                .browser();
        var environment = SpringExtension.getApplicationContext(context).getEnvironment();
        var visitor = new Visitor(browser, environment.getRequiredProperty("local.server.port", Integer.class));
        context.getStore(NAMESPACE).put(Visitor.class, visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var visitor = context.getStore(NAMESPACE).remove(Visitor.class, Visitor.class);
        if (visitor != null) {
            visitor.leave(context.getExecutionException().isEmpty());
        }
    }

    private static Optional<Path> chromium() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
