package io.chainrule.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@DashboardTest
class DatasetsIT {

    @Test
    void brokenFileIsRefusedAndGoodOneIsShownAndDeleted(Visitor visitor) {
        var page = visitor.open("#/datasets").page();
        visitor.choose("broken.csv", "x,y,label\n1,2,a\n1,\"b,c\n");
        visitor.press("Upload");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("row 2");
        visitor.expect("422");

        visitor.choose("passing.csv", "x,y,label\n1,2,a\n2,1,b\n3,4,a\n");
        visitor.press("Upload");
        assertThat(page.locator("h1")).containsText("passing");
        assertThat(page.locator("main")).containsText("3 examples");

        visitor.press("Delete");
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).first().click();
        assertThat(page.locator("h1")).hasText("Datasets");
        assertThat(page.locator("table.datasets")).not().containsText("passing");
    }

    @Test
    void datasetTellsWhetherStraightLinesSeparateIt(Visitor visitor) {
        var page = visitor.open("#/datasets/sample-four-sections").page();
        assertThat(page.locator("section[aria-labelledby=separability]")).containsText("first");
        assertThat(page.locator("section[aria-labelledby=separability]")).containsText("fourth");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Train on this")))
                .isVisible();
    }
}
