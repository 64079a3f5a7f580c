package io.chainrule.service.job;

import java.util.OptionalDouble;

/// How far a job has come.
///
/// @param elapsedSeconds spent training, in the current attempt
public record Progress(int epoch, int epochs, long step, long steps, double elapsedSeconds) {

    /// Every epoch takes equally many steps.
    public static Progress of(int epoch, int epochs, long steps, double elapsedSeconds) {
        return new Progress(epoch, epochs, steps / epochs * epoch, steps, elapsedSeconds);
    }

    static Progress none(int epochs, long steps) {
        return of(0, epochs, steps, 0);
    }

    Progress at(int epoch, double elapsedSeconds) {
        return of(epoch, epochs, steps, elapsedSeconds);
    }

    public double fraction() {
        return (double) epoch / epochs;
    }

    public OptionalDouble epochsPerSecond() {
        return elapsedSeconds > 0 && epoch > 0 ? OptionalDouble.of(epoch / elapsedSeconds) : OptionalDouble.empty();
    }

    public OptionalDouble remainingSeconds() {
        return epoch > 0 ? OptionalDouble.of(elapsedSeconds / epoch * (epochs - epoch)) : OptionalDouble.empty();
    }
}
