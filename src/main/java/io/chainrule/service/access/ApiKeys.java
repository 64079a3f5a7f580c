package io.chainrule.service.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All keys that open this service. They are found by their digests: how long that takes tells something of a digest at
/// most, which nobody can choose, and nothing of a key.
public final class ApiKeys {

    private final Map<String, ApiKey> byDigest = new HashMap<>();

    public ApiKeys(Collection<ApiKey> keys) {
        for (var key : keys) {
            var other = byDigest.putIfAbsent(key.sha256(), key);
            if (other != null && !other.equals(key)) {
                throw new InvalidKeysException("One key cannot be both %s of %s and %s of %s: %s"
                        .formatted(
                                other.role().text(), other.owner(), key.role().text(), key.owner(), key.sha256()));
            }
        }
    }

    /// Whether nobody needs a key.
    public boolean isEmpty() {
        return byDigest.isEmpty();
    }

    int count() {
        return byDigest.size();
    }

    /// Who has this key, if anybody does; where there are no keys, everybody may come without.
    ///
    /// @param secret as it was sent, null if none was
    public Optional<Caller> callerWith(@Nullable String secret) {
        if (isEmpty()) {
            return Optional.of(Caller.anonymous());
        }
        return Optional.ofNullable(secret)
                .map(text -> byDigest.get(digest(text)))
                .map(key -> new Caller.Holder(key.owner(), key.role()));
    }

    /// 64 hexadecimal digits.
    static String digest(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
