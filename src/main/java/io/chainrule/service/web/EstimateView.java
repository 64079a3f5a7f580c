package io.chainrule.service.web;

import io.chainrule.service.job.Assessment;
import java.util.List;

/// What a training job would cost.
///
/// @param seconds roughly, on one core
record EstimateView(
        long parameterCount, long steps, long multiplyAdds, long memoryBytes, double seconds, List<String> warnings) {

    static EstimateView of(Assessment assessment) {
        var estimate = assessment.estimate();
        return new EstimateView(
                estimate.parameterCount(),
                estimate.steps(),
                estimate.multiplyAdds(),
                estimate.memoryBytes(),
                estimate.seconds(),
                assessment.warnings());
    }
}
