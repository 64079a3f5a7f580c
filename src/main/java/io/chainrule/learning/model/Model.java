package io.chainrule.learning.model;

import io.chainrule.learning.dataset.Encoding;
import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.specification.InvalidSpecException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What training leaves behind: everything that predicts, and what is known about the features it was trained on.
///
/// @param features in the order of the encoding
/// @param uncertainty of the parameters; null unless they fit a formula by least squares, and more examples than
///     parameters tell them apart
public record Model(
        ModelSpec spec,
        Link link,
        Encoding encoding,
        List<FeatureProfile> features,
        Parameters parameters,
        @Nullable Uncertainty uncertainty) {

    public Model {
        features = List.copyOf(features);
    }

    public Task task() {
        return classes().isEmpty() ? Task.REGRESSION : Task.CLASSIFICATION;
    }

    /// Labels in the order of the outputs; none for a regression.
    public List<String> classes() {
        return encoding.classes();
    }

    /// The columns of numbers that are predicted, in the order of the outputs; none for classes.
    public List<String> targets() {
        return task() == Task.REGRESSION ? encoding.target().columns().names() : List.of();
    }

    /// The output that predicts a target.
    ///
    /// @throws InvalidSpecException at `/output` if none does
    public int output(String target) {
        int position = targets().indexOf(target);
        if (position < 0) {
            throw new InvalidSpecException(
                    "/output",
                    targets().isEmpty()
                            ? "This model tells classes apart; leave output out"
                            : "%s is none of the model's targets: %s".formatted(target, String.join(", ", targets())));
        }
        return position;
    }

    /// The same function with other parameters, whose uncertainty is not known.
    public Model withParameters(Parameters others) {
        return new Model(spec, link, encoding, features, others, null);
    }

    public Model withUncertainty(@Nullable Uncertainty known) {
        return new Model(spec, link, encoding, features, parameters, known);
    }

    public Network network() {
        return new Network(spec, encoding.width(), link.outputs(encoding.outputs()));
    }

    /// For predicting at most so many rows at once; to be used by one thread.
    public Predictor predictor(int rows) {
        return new Predictor(this, rows);
    }

    /// What it makes of encoded rows.
    public Outputs outputs(Matrix rows) {
        return predictor(rows.rows()).of(rows);
    }
}
