package io.chainrule.service.job;

import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.json.SpecWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Tells whether two specifications ask for the same computation.
final class SpecHash {

    /// What a job is called, how it is found and how often it is looked at changes nothing that it computes.
    private static final List<String> LEFT_OUT = List.of("name", "tags", "frames", "maxSeconds", "checkpointEvery");

    private SpecHash() {}

    static String of(TrainingSpec spec) {
        var json = ((ObjectNode) SpecWriter.write(spec)).without(LEFT_OUT);
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(json.toString().getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
