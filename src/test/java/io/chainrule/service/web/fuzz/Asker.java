package io.chainrule.service.web.fuzz;

import io.chainrule.service.web.ApiDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.test.context.DynamicPropertyRegistry;

/// Somebody with a key. There are two owners, and one who may but look at what is the first one's.
///
/// @param world what is the owner's, as far as is known
record Asker(boolean mayOnlyLook, World world, Questions questions, Caller caller) {

    private static final List<Key> KEYS = List.of(
            new Key("alice", "alice", "user"), new Key("bob", "bob", "user"), new Key("rita", "alice", "read-only"));

    private record Key(String text, String owner, String role) {}

    static void addKeys(DynamicPropertyRegistry settings) {
        for (int i = 0; i < KEYS.size(); i++) {
            var key = KEYS.get(i);
            var setting = "chainrule.security.api-keys[" + i + "].";
            settings.add(setting + "sha256", () -> digest(key.text()));
            settings.add(setting + "owner", key::owner);
            settings.add(setting + "role", key::role);
        }
    }

    /// Those who have something come twice as often.
    static List<Asker> all(URI service, ApiDocument document, Random random) {
        var worlds = World.ofTwoOwners();
        var alice = new Asker(false, "alice", worlds.getFirst(), service, document, random);
        var bob = new Asker(false, "bob", worlds.getLast(), service, document, random);
        var rita = new Asker(true, "rita", worlds.getFirst(), service, document, random);
        return List.of(alice, alice, bob, bob, rita);
    }

    private Asker(boolean mayOnlyLook, String key, World world, URI service, ApiDocument document, Random random) {
        this(
                mayOnlyLook,
                world,
                new Questions(document, world, random),
                new Caller(service, Map.of("Authorization", "Bearer " + key)));
    }

    Answer ask(Question question) throws IOException, InterruptedException {
        return caller.ask(question);
    }

    private static String digest(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
