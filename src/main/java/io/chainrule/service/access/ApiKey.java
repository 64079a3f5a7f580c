package io.chainrule.service.access;

import java.util.Locale;
import java.util.regex.Pattern;

/// A key as the service knows it: not the key itself, but its digest, so that whoever reads the configuration cannot
/// use the service.
///
/// @param sha256 64 hexadecimal digits
/// @param owner to whom belongs what is made with the key; several keys may have one
public record ApiKey(String sha256, String owner, Role role) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\S+)\\s+(\\S+)");
    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    public ApiKey {
        sha256 = sha256.toLowerCase(Locale.ROOT);
        if (!DIGEST.matcher(sha256).matches()) {
            throw new InvalidKeysException("The SHA-256 of a key has 64 hexadecimal digits, not \"" + sha256 + "\"");
        }
        if (!OWNER.matcher(owner).matches()) {
            throw new InvalidKeysException(
                    "The owner of a key has 1 to 100 letters, digits and . _ @ -, and begins with"
                            + " a letter or digit, unlike \"" + owner + "\"");
        }
    }

    /// @param role as it is written in settings
    static ApiKey of(String sha256, String owner, String role) {
        var known = Role.of(role)
                .orElseThrow(() -> new InvalidKeysException(
                        "The role of a key is user, operator or read-only, not \"" + role + "\""));
        return new ApiKey(sha256, owner, known);
    }

    /// Reads what [#line] writes.
    static ApiKey ofLine(String line) {
        var parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new InvalidKeysException("A line has three words: digest, owner and role");
        }
        return of(parts.group(1), parts.group(2), parts.group(3));
    }

    /// As it stands in a file of keys.
    String line() {
        return sha256 + " " + owner + " " + role.text();
    }
}
