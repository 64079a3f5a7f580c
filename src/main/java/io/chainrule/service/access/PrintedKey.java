package io.chainrule.service.access;

import java.nio.file.Path;
import java.util.Arrays;

/// Shows a new key to the person who is to have it.
public final class PrintedKey {

    private static final String OPTION = "--print-api-key";
    private static final String OWNER = "--owner=";
    private static final String ROLE = "--role=";

    private PrintedKey() {}

    /// Whether a command line asks for a new key rather than for the service.
    public static boolean isAskedFor(String... arguments) {
        return Arrays.asList(arguments).contains(OPTION);
    }

    /// A new key, and what to configure so that it opens the service.
    ///
    /// @throws InvalidKeysException if there is no such role, or no such owner can be
    public static String make(String... arguments) {
        var key = NewKey.generate(value(OWNER, "me", arguments), value(ROLE, Role.USER.text(), arguments));
        return """
                The key, which is shown only now. Send it as: Authorization: Bearer …
                  %s

                Its SHA-256, which the service is to know:
                  %s

                The line for the file that chainrule.security.api-keys-file names:
                  %s""".formatted(key.secret(), key.known().sha256(), key.known().line());
    }

    private static String value(String option, String byDefault, String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(option))
                .map(argument -> argument.substring(option.length()))
                .findFirst()
                .orElse(byDefault);
    }

    static String first(NewKey key, Path file) {
        return """

                The first API key of this service, of an operator. It is shown only now; its SHA-256 is in %s.
                  %s
                """.formatted(file, key.secret());
    }
}
