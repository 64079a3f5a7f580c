package io.chainrule.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everybody gets in: with a screen reader, with a keyboard alone, on a small screen and on a large one.
@DashboardTest
class AccessIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#/expressions",
                "#/expressions?expression=log(x)&at.x=-1",
                "#/train?dataset=sample-four-sections&model=mlp",
                "#/train?job=sample-four-sections-mlp",
                "#/jobs",
                "#/jobs/sample-four-sections-mlp",
                "#/jobs/job_unknown",
                "#/jobs/compare?ids=sample-four-sections-mlp,sample-four-sections-linear",
                "#/datasets",
                "#/datasets/sample-penguins",
                "#/nowhere",
            })
    void viewHasNoBarriersAndFitsIntoTheWindow(String view, Visitor visitor) {
        visitor.open(view).awaitRest();
        for (var theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            visitor.withTheme(theme);
            assertThat(visitor.barriers()).as("%s, %s", view, theme).isEmpty();
        }
        for (int width : new int[] {320, 390, 768, 1440, 2560}) {
            visitor.withWindow(width, 900);
            assertThat(visitor.fits()).as("%s at %d pixels", view, width).isTrue();
        }
        if (view.contains("unknown")) {
            visitor.expect("404");
        }
    }
}
