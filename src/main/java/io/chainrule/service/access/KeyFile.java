package io.chainrule.service.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Keys in a file: a line for each, with digest, owner and role; empty lines and those that begin with `#` are skipped.
final class KeyFile {

    private KeyFile() {}

    static List<ApiKey> read(Path file) {
        var keys = new ArrayList<ApiKey>();
        int number = 0;
        for (var line : lines(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                keys.add(key(line, file + ", line " + number + ": "));
            }
        }
        if (keys.isEmpty()) {
            throw new InvalidKeysException("There is no key in " + file + ", so that nobody could use the service");
        }
        return keys;
    }

    private static ApiKey key(String line, String place) {
        try {
            return ApiKey.ofLine(line);
        } catch (InvalidKeysException invalid) {
            throw new InvalidKeysException(place + invalid.getMessage(), invalid);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new InvalidKeysException("The keys in " + file + " cannot be read: " + unreadable, unreadable);
        }
    }

    /// Writes a file that is not there yet.
    static void write(Path file, ApiKey key) {
        var text = """
                # Keys of this service: the SHA-256 of each, its owner, and what he may do (user, operator, read-only).
                # Lines may be added; they count from the next start on.
                %s
                """.formatted(key.line());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException unwritable) {
            throw new InvalidKeysException("The first key cannot be kept in " + file + ": " + unwritable, unwritable);
        }
    }
}
