package io.chainrule.service.access;

import java.security.SecureRandom;
import java.util.Base64;

/// A key that nobody has yet: 256 random bits.
///
/// @param secret what its holder sends; it is kept nowhere
record NewKey(String secret, ApiKey known) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static NewKey generate(String owner, String role) {
        var bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        var secret = "cr_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return new NewKey(secret, ApiKey.of(ApiKeys.digest(secret), owner, role));
    }

    /// Names no secret.
    @Override
    public String toString() {
        return "a new key of " + known.owner();
    }
}
