package io.chainrule.service.web;

import io.chainrule.service.access.ApiKeys;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/// Nobody but this machine can reach a service without API keys unless its operator has said so: whoever reaches it can
/// use it.
@Component
class BindRule {

    static final String SETTING = "chainrule.security.anonymous";

    BindRule(ServerProperties server, ApiKeys keys, @Value("${" + SETTING + ":refuse}") String anonymous) {
        var address = server.getAddress();
        if (!keys.isEmpty() || (address != null && address.isLoopbackAddress())) {
            return;
        }
        var shown = address == null ? "all addresses" : address.getHostAddress();
        if (!anonymous.equals("allow")) {
            throw new PublicBindException(shown);
        }
        LoggerFactory.getLogger(BindRule.class)
                .warn("Listening on {} without API keys: whoever reaches this machine can use the service", shown);
    }
}
