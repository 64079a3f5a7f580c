package io.chainrule.learning.training;

import java.util.ArrayList;
import java.util.List;

/// The epochs after which parameters are kept, so that one can see later how a model came about.
///
/// A model changes most at first, so the epochs lie close together there: each next one is as many times the one
/// before as it takes to come to the last in equal ratios, rounded, and at least one epoch later.
///
/// @param epochs ascending; first and last among them unless there is but one, which is the last
public record FrameSchedule(List<Integer> epochs) {

    public FrameSchedule {
        epochs = List.copyOf(epochs);
    }

    /// At most so many frames of a run over so many epochs.
    public static FrameSchedule of(int frames, int epochs) {
        var chosen = new ArrayList<Integer>();
        int count = Math.min(frames, epochs);
        int epoch = 0;
        for (int left = count - 1; left >= 0; left--) {
            epoch = left == 0 ? epochs : epoch == 0 ? 1 : following(epoch, epochs, left + 1);
            chosen.add(epoch);
        }
        return new FrameSchedule(chosen);
    }

    /// epoch·(last/epoch)^(1/steps), the first of so many steps to the last epoch.
    private static int following(int epoch, int last, int steps) {
        double ratio = StrictMath.pow((double) last / epoch, 1.0 / steps);
        return Math.max(epoch + 1, (int) Math.round(epoch * ratio));
    }

    public boolean contains(int epoch) {
        return epochs.contains(epoch);
    }

    /// Those that a run has come to once so many epochs are complete.
    public List<Integer> upTo(int complete) {
        return epochs.stream().filter(epoch -> epoch <= complete).toList();
    }
}
