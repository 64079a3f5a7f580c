package io.chainrule.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/// Somebody who opens the dashboard, and notices what goes wrong behind it.
final class Visitor {

    /// Milliseconds until something that should be seen is missed.
    static final double PATIENCE = 15_000;

    /// Notes when the page has changed last.
    private static final String NOTES = """
            window.lastChange = performance.now();
            new MutationObserver(() => window.lastChange = performance.now())
                .observe(document, {subtree: true, childList: true, attributes: true, characterData: true});""";

    /// Longer than any pause after which a view asks for more, in milliseconds.
    private static final int AT_REST = 400;

    /// Within which what depends on the theme has begun to be drawn anew.
    private static final int DRAWN = 100;

    private final BrowserContext context;
    private final Page page;
    private final String service;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Visitor(Browser browser, int port) {
        service = "http://127.0.0.1:" + port;
        context = browser.newContext(new NewContextOptions().setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE);
        context.addInitScript(NOTES);
        page = context.newPage();
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(service) && !request.url().matches("(blob|data):.*")) {
                complaints.add("request to another host: " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add("console: " + message.text() + " " + message.location());
            }
        });
    }

    Page page() {
        return page;
    }

    /// Opens a view, such as `#/jobs`.
    Visitor open(String view) {
        page.navigate(service + "/" + view);
        page.waitForSelector("main h1");
        return this;
    }

    /// Waits until all is there.
    Visitor awaitRest() {
        awaitRest(AT_REST);
        return this;
    }

    /// Turns to a theme, and waits until what depends on it is drawn anew.
    Visitor withTheme(ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        awaitRest(DRAWN);
        return this;
    }

    /// Waits until nothing is loaded or moves, and nothing has changed for so many milliseconds.
    private void awaitRest(int milliseconds) {
        page.evaluate("""
                async ([rest, patience]) => {
                    const isAtRest = () => performance.now() - window.lastChange > rest
                        && !document.querySelector('.loading') && !document.getAnimations().length;
                    const deadline = performance.now() + patience;
                    while (!isAtRest()) {
                        if (performance.now() > deadline) throw new Error('The page does not come to rest');
                        await new Promise(next => setTimeout(next, 20));
                    }
                }""", List.of(milliseconds, PATIENCE));
    }

    Visitor withWindow(int width, int height) {
        page.setViewportSize(width, height);
        return this;
    }

    /// Presses the button of this name, the first if there are several.
    void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    /// Chooses a file with this content.
    void choose(String file, String content) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(file, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    /// The complaints of [axe](https://github.com/dequelabs/axe-core) about what is on the screen.
    List<String> barriers() {
        page.evaluate(axe());
        @SuppressWarnings("unchecked")
        var found = (List<String>) page.evaluate("""
                async () => (await axe.run()).violations.map(rule =>
                    `${rule.id}: ${rule.help}: ${rule.nodes.map(node => node.html).join(' | ')}`)""");
        return found;
    }

    /// Whether nothing of the page lies beside the window, as soon as charts have taken their new size.
    boolean fits() {
        for (int i = 0; i < 30 && isWide(); i++) {
            page.waitForTimeout(100);
        }
        return !isWide();
    }

    private boolean isWide() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth");
    }

    /// Answers of the service that a test provokes are logged as errors by the browser itself.
    void expect(String complaint) {
        assertThat(complaints.removeIf(one -> one.contains(complaint)))
                .as(complaint)
                .isTrue();
    }

    void leave(boolean checked) {
        context.close();
        if (checked) {
            assertThat(complaints).isEmpty();
        }
    }

    private static String axe() {
        try (var script = Visitor.class.getResourceAsStream("/axe-core/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
