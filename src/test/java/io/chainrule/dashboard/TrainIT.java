package io.chainrule.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@DashboardTest
class TrainIT {

    @Test
    void straightLineSeparatesTwoClouds(Visitor visitor) {
        var page = visitor.open("#/train?dataset=sample-two-clouds&model=linear&optimizer.learningRate=1&epochs=500")
                .page();
        visitor.press("Train");
        assertThat(page.locator("main")).containsText("succeeded");
        assertThat(page.locator("main")).containsText("100 %");
        page.waitForURL("**job=job_**");
    }

    @Test
    void hiddenLayerBeatsStraightLinesAndTheRunIsPlayed(Visitor visitor) {
        var page = visitor.open("#/train?dataset=sample-four-sections&model=mlp&hidden=16&epochs=500&seed=42"
                        + "&optimizer.learningRate=0.3")
                .page();
        visitor.press("Train");
        assertThat(page.locator("main")).containsText("95 %");
        visitor.press("Compare with straight lines");
        assertThat(page.locator("canvas")).hasCount(2 + 4);

        var time = page.locator(".play input[type=range]");
        time.focus();
        page.keyboard().press("Home");
        var epoch = page.locator(".play output");
        assertThat(epoch).hasText("epoch 1");
        visitor.press("Play");
        assertThat(epoch).not().hasText("epoch 1");

        time.press("End"); // it takes six seconds to come there by itself
        assertThat(epoch).hasText("epoch 500");
        time.press("ArrowLeft");
        assertThat(epoch).not().hasText("epoch 500");
        visitor.press("Play");
        assertThat(epoch).hasText("epoch 500");
    }

    @Test
    void longJobIsPausedResumedAndCancelledWhileItsCurveGrows(Visitor visitor) {
        var page = visitor.open("#/train").page();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Generated"))
                .click();
        page.getByLabel("Examples", new Page.GetByLabelOptions().setExact(true)).fill("50000");
        assertThat(page.locator("main")).containsText("50 000 examples");
        visitor.press("Hidden layers");
        page.getByLabel("Epochs", new Page.GetByLabelOptions().setExact(true)).fill("5000");
        visitor.press("Train");
        var state = page.locator("main .badge").first();
        assertThat(state).hasText("running");
        var bar = page.getByRole(AriaRole.PROGRESSBAR);
        assertThat(bar).isVisible();
        assertThat(page.locator("main")).containsText("epoch 2");
        visitor.press("Pause");
        assertThat(state).hasText("paused");
        visitor.press("Resume");
        assertThat(state).hasText("running");
        visitor.press("Cancel");
        assertThat(state).hasText("cancelled");
    }

    @Test
    void pointOfThePlaneIsPredicted(Visitor visitor) {
        var page = visitor.open("#/train?job=sample-four-sections-mlp").page();
        var plane = page.locator("main canvas[role=img]").first();
        assertThat(plane).isVisible();
        plane.click(new Locator.ClickOptions().setPosition(400, 60));
        assertThat(page.locator("main")).containsText("first");
        assertThat(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Predict")))
                .hasAttribute("aria-selected", "true");
    }

    @Test
    void csvFileIsReadOrRefusedWithItsRows(Visitor visitor) {
        var page = visitor.open("#/train").page();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("CSV file"))
                .click();
        visitor.choose("broken.csv", "x,y,label\n1,2,a\n1,\"b,c\n");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("quote");
        visitor.expect("422");
        visitor.choose("good.csv", "x,y,label\n1,2,a\n2,1,b\n3,4,a\n");
        assertThat(page.locator("main")).containsText("3 examples");
    }
}
