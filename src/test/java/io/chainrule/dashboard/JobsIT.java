package io.chainrule.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@DashboardTest
class JobsIT {

    @Test
    void jobsAreComparedSideBySide(Visitor visitor) {
        var page = visitor.open("#/jobs").page();
        page.getByLabel("Compare four sections, one hidden layer").check();
        page.getByLabel("Compare four sections, straight lines").check();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Compare 2 jobs"))
                .click();
        assertThat(page.locator("main")).containsText("model.type");
        assertThat(page.locator("main")).containsText("0.09622");
        assertThat(page.locator("main")).containsText("0.2386");
        assertThat(page.locator("figure.plane canvas")).hasCount(2);
    }

    @Test
    void jobIsClonedWithChanges(Visitor visitor) {
        var page = visitor.open("#/jobs/sample-four-sections-linear").page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Clone with changes"))
                .click();
        var epochs = page.getByLabel("Epochs", new Page.GetByLabelOptions().setExact(true));
        assertThat(epochs).hasValue("500");
        epochs.fill("50");
        visitor.press("Train");
        assertThat(page.locator("main")).containsText("succeeded");
        page.waitForURL("**job=job_**");
    }

    @Test
    void listIsFilteredByWhatTheAddressSays(Visitor visitor) {
        var page = visitor.open("#/jobs?dataset=sample-spiral").page();
        assertThat(page.locator("table.jobs tbody tr")).hasCount(1);
        assertThat(page.locator("table.jobs tbody")).containsText("spiral, two hidden layers");
    }

    @Test
    void unknownJobIsSaidToBeUnknown(Visitor visitor) {
        var page = visitor.open("#/jobs/job_unknown").page();
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("job_unknown");
        visitor.expect("404");
    }
}
