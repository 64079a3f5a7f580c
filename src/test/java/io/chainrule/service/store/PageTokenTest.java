package io.chainrule.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.service.job.InvalidPageTokenException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {

    @Test
    void tokenReadsBackFromItsText() {
        var token = new PageToken(Instant.parse("2026-01-02T03:04:05.678901Z"), "sample-two-clouds");
        assertThat(PageToken.of(token.text())).isEqualTo(token);
        assertThat(token.text()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%", "null", "MTIz", "OmpvYg", "MTI6am9iXzE=", "eHg6am9iXzE", "LTE6am9iXzE"})
    void whatNoListGaveOutIsRefused(String text) {
        assertThatThrownBy(() -> PageToken.of(text)).isInstanceOf(InvalidPageTokenException.class);
    }
}
