package io.chainrule.service.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which keys open the service; none if nobody needs one.
///
/// @param apiKeys one by one
/// @param apiKeysFile with a line for each: digest, owner, role
/// @param generateKey whether one is made at the first start if there is none, and told once
@ConfigurationProperties("chainrule.security")
record KeySettings(
        @DefaultValue List<Entry> apiKeys,
        @Nullable Path apiKeysFile,
        @DefaultValue("false") boolean generateKey) {

    record Entry(
            @Nullable String sha256,
            @Nullable String owner,
            @DefaultValue("user") String role) {

        ApiKey key() {
            if (sha256 == null || owner == null) {
                throw new InvalidKeysException("Each of chainrule.security.api-keys needs sha256 and owner");
            }
            return ApiKey.of(sha256, owner, role);
        }
    }

    /// All but a generated one.
    List<ApiKey> keys() {
        var keys = new ArrayList<>(apiKeys.stream().map(Entry::key).toList());
        if (apiKeysFile != null) {
            keys.addAll(KeyFile.read(apiKeysFile));
        }
        return keys;
    }
}
