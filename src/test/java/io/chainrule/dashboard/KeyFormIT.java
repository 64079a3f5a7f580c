package io.chainrule.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestPropertySource;

/// The dashboard of a service that wants a key: Alice's, which is `alice`.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(Visits.class)
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:key-form;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
            "chainrule.security.api-keys[0].sha256=2bd806c97f0e00af1a1fc3328fa763a9269723c8db8fac4f93af71db186d6e90",
            "chainrule.security.api-keys[0].owner=alice"
        })
class KeyFormIT {

    private static final String DATA = "table.jobs tbody tr";

    @Test
    void keyOpensTheTabItIsEnteredIn(Visitor visitor) {
        var page = visitor.open("#/jobs").page();
        assertThat(title(page)).isVisible();
        assertThat(input(page)).isFocused();

        enter(page, "alice's");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("key");
        assertThat(input(page)).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(DATA)).hasCount(0);

        enter(page, "alice");
        assertThat(page.locator(DATA).first()).isVisible();
        assertThat(title(page)).hasCount(0);
        page.reload();
        assertThat(page.locator(DATA).first()).isVisible();
        visitor.expect("401");
    }

    @Test
    void keyIsKeptNowhereButInItsTab(Visitor visitor) {
        var page = visitor.open("#/jobs").page();
        enter(page, "alice");
        assertThat(page.locator(DATA).first()).isVisible();

        Assertions.assertThat((String) page.evaluate("location.href + JSON.stringify(localStorage) + document.cookie"))
                .doesNotContain("alice");
        var other = page.context().newPage();
        other.navigate(page.url());
        assertThat(title(other)).isVisible();
        assertThat(other.locator(DATA)).hasCount(0);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Forget the API key"))
                .click();
        assertThat(title(page)).isVisible();
        page.reload();
        assertThat(title(page)).isVisible();
        visitor.expect("401");
    }

    @Test
    void formHasNoBarriersAndFitsIntoTheWindow(Visitor visitor) {
        var page = visitor.open("#/jobs").page();
        for (var key : new String[] {null, "alice's"}) {
            if (key != null) {
                enter(page, key);
                assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            }
            visitor.awaitRest();
            for (var theme : ColorScheme.values()) {
                visitor.withTheme(theme);
                Assertions.assertThat(visitor.barriers())
                        .as("%s, %s", key, theme)
                        .isEmpty();
            }
            for (int width : new int[] {320, 390, 1440}) {
                Assertions.assertThat(visitor.withWindow(width, 900).fits())
                        .as("%d", width)
                        .isTrue();
            }
        }
        visitor.expect("401");
    }

    private static void enter(Page page, String key) {
        input(page).fill(key);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open"))
                .click();
    }

    private static Locator input(Page page) {
        return page.getByLabel("API key", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator title(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("This service wants a key"));
    }
}
