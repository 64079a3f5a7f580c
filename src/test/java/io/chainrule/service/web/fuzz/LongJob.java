package io.chainrule.service.web.fuzz;

import io.chainrule.service.web.ApiDocument;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Now and then somebody posts a job that keeps the only worker busy, and soon pauses, resumes and
/// cancels it, so that each of these succeeds: jobs of a few epochs are over before anybody comes by.
final class LongJob {

    private static final int REQUESTS_BETWEEN_JOBS = 1_000;
    private static final int REQUESTS_BETWEEN_STEPS = 20;

    private static final String SPEC = """
            {"dataset": "sample-two-clouds", "epochs": 100000, "maxSeconds": 60, "frames": 0,
             "model": {"type": "mlp", "hidden": [32]}, "batchSize": 1}""";

    private final ApiDocument document;
    private String id = "";

    LongJob(ApiDocument document) {
        this.document = document;
    }

    /// What is to be asked as the request of this number, null unless it is the long job's turn.
    @Nullable
    Question question(int number) {
        return switch (number % REQUESTS_BETWEEN_JOBS) {
            case 0 -> created();
            case REQUESTS_BETWEEN_STEPS -> acted("pauseTrainingJob");
            case 2 * REQUESTS_BETWEEN_STEPS -> acted("resumeTrainingJob");
            case 3 * REQUESTS_BETWEEN_STEPS -> acted("cancelTrainingJob");
            default -> null;
        };
    }

    /// Remembers the job that an answer tells of.
    void learn(Answer answer) {
        id = answer.tree().path("id").stringValue(id);
    }

    private Question created() {
        var creating = document.operation("createTrainingJob");
        var headers = Map.of("Content-Type", "application/json");
        return new Question(
                creating, "POST", creating.path(), "", headers, SPEC.getBytes(StandardCharsets.UTF_8), true);
    }

    private Question acted(String operation) {
        var acting = document.operation(operation);
        return new Question(acting, "POST", acting.path().replace("{id}", id), "", Map.of(), null, true);
    }
}
