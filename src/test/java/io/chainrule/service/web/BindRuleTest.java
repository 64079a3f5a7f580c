package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.service.access.ApiKey;
import io.chainrule.service.access.ApiKeys;
import io.chainrule.service.access.Role;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.io.support.SpringFactoriesLoader;

class BindRuleTest {

    private static final ApiKeys NO_KEYS = new ApiKeys(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1"})
    void thisMachineMayUseTheService(String address) {
        assertThatCode(() -> new BindRule(server(address), NO_KEYS, "refuse")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.0.7", "::"})
    void othersMayNotUnlessSomebodySaysSo(String address) {
        assertThatThrownBy(() -> new BindRule(server(address), NO_KEYS, "refuse"))
                .isInstanceOf(PublicBindException.class);
        assertThatThrownBy(() -> new BindRule(server(address), NO_KEYS, "yes")).isInstanceOf(PublicBindException.class);
        assertThatCode(() -> new BindRule(server(address), NO_KEYS, "allow")).doesNotThrowAnyException();
    }

    @Test
    void othersMayWithKeys() {
        var keys = new ApiKeys(List.of(new ApiKey("ab".repeat(32), "alice", Role.USER)));
        assertThatCode(() -> new BindRule(server("0.0.0.0"), keys, "refuse")).doesNotThrowAnyException();
        assertThatCode(() -> new BindRule(server(null), keys, "refuse")).doesNotThrowAnyException();
    }

    @Test
    void noAddressIsEveryAddress() {
        assertThatThrownBy(() -> new BindRule(server(null), NO_KEYS, "refuse")).hasMessageContaining("all addresses");
    }

    @Test
    void operatorIsToldWhatToSet() {
        var analysis = new PublicBindAnalyzer().analyze(new PublicBindException("0.0.0.0"));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("0.0.0.0");
        assertThat(analysis.getAction()).contains("server.address=127.0.0.1", "chainrule.security.anonymous=allow");
    }

    @Test
    void startTellsTheOperatorAndNothingElse() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((_, _) -> {})))
                .hasAtLeastOneElementOfType(PublicBindAnalyzer.class);
    }

    private static ServerProperties server(@Nullable String address) {
        var server = new ServerProperties();
        try {
            server.setAddress(address == null ? null : InetAddress.getByName(address));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
        return server;
    }
}
