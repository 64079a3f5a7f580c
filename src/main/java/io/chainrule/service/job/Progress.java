package io.chainrule.service.job;

import java.util.OptionalDouble;

/// How far a job has come.
///
/// @param epoch how many epochs are recorded
/// @param step how many optimizer steps were done
/// @param elapsedSeconds spent training, in all attempts
public record Progress(int epoch, int epochs, long step, long steps, double elapsedSeconds) {

    static Progress none(int epochs, long steps) {
        return new Progress(0, epochs, 0, steps, 0);
    }

    Progress at(int epoch, long step, double elapsedSeconds) {
        return new Progress(epoch, epochs, step, steps, elapsedSeconds);
    }

    public double fraction() {
        return (double) step / steps;
    }

    public OptionalDouble epochsPerSecond() {
        return elapsedSeconds > 0 && epoch > 0 ? OptionalDouble.of(epoch / elapsedSeconds) : OptionalDouble.empty();
    }

    public OptionalDouble remainingSeconds() {
        return step > 0 ? OptionalDouble.of(elapsedSeconds / step * (steps - step)) : OptionalDouble.empty();
    }
}
