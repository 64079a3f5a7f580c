package io.chainrule.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@DashboardTest
class ExpressionsIT {

    private static final String WORKED =
            "#/expressions?expression=1%2F(1%2Bexp(-(w1*x1%2Bw2*x2)))%2B0.5*(w1%5E2%2Bw2%5E2)"
                    + "&at.w1=0.3&at.w2=-0.5&at.x1=0.2&at.x2=0.4";

    @Test
    void backpropagationOfTheWorkedExampleCanBeFollowedStepByStep(Visitor visitor) {
        var page = visitor.open(WORKED).page();
        var step = page.locator(".step-card");
        assertThat(page.locator("main")).containsText("0.635057");

        visitor.press("First");
        assertThat(step).containsText("nothing is computed yet");
        assertThat(page.locator("svg .node.output .value")).hasText("");
        visitor.press("Next");
        assertThat(step).containsText("forward");
        assertThat(step).containsText("0.06");

        visitor.press("Last");
        assertThat(step).containsText("backward");
        assertThat(page.locator("main")).containsText("0.3498");
        assertThat(page.locator("main")).containsText("−0.4005");
        assertThat(page.locator("main")).containsText("0.07463");
        assertThat(page.locator("main")).containsText("−0.1244");
    }

    @Test
    void keysStepAndNodesTellWhereTheirGradientComesFrom(Visitor visitor) {
        var page = visitor.open("#/expressions?expression=sin(x*y)+%2B+x%5E2&at.x=1.5&at.y=2")
                .page();
        var step = page.locator(".step-card");
        visitor.press("Back");
        page.keyboard().press("ArrowLeft");
        assertThat(step).containsText("cos(a)");
        page.keyboard().press("End");
        assertThat(step).containsText("−1.485");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("x, value 1.5").setExact(false))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".node-card")).containsText("−1.98");
        assertThat(page.locator(".node-card")).containsText("1.02");
    }

    @Test
    void sliderMovesValueAndGradientAndTheAddress(Visitor visitor) {
        var page = visitor.open("#/expressions?expression=x%5E2&at.x=1").page();
        page.getByLabel("x", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill("3");
        assertThat(page.locator("main")).containsText("9");
        assertThat(page.locator("main")).containsText("6");
        page.waitForURL("**at.x=3**");
    }

    @Test
    void errorIsShownUnderItsCharacterWithWhatToDo(Visitor visitor) {
        var page = visitor.open("#/expressions?expression=x&at.x=1").page();
        formula(page).fill("sin(x");
        assertThat(page.locator("#formula-problem")).containsText("parenthesis");
        assertThat(page.locator("#formula-problem")).containsText("Add )");
        visitor.expect("422");
        formula(page).fill("sin(x)");
        assertThat(page.locator("#formula-problem")).isEmpty();
    }

    private static Locator formula(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Formula"));
    }
}
