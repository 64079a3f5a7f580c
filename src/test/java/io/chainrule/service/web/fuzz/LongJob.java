package io.chainrule.service.web.fuzz;

import io.chainrule.service.web.ApiDocument;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A job that keeps the only worker busy for a moment: it and those behind it can be paused and resumed, as
/// jobs of a few epochs hardly ever can.
final class LongJob {

    private static final String SPEC = """
            {"dataset": "sample-two-clouds", "epochs": 100000, "maxSeconds": 1, "frames": 0,
             "model": {"type": "mlp", "hidden": [32]}, "batchSize": 1}""";

    private LongJob() {}

    static Question in(ApiDocument document) {
        var creating = document.operations().stream()
                .filter(operation -> operation.id().equals("createTrainingJob"))
                .findFirst()
                .orElseThrow();
        var headers = Map.of("Content-Type", "application/json");
        return new Question(
                creating, "POST", creating.path(), "", headers, SPEC.getBytes(StandardCharsets.UTF_8), true);
    }
}
