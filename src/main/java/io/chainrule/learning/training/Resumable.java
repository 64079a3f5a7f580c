package io.chainrule.learning.training;

/// A part of a run that remembers something between two pieces of its work.
interface Resumable {

    /// Writes all that [#restore] needs.
    void save(StateWriter state);

    /// Becomes what wrote this, in the order of writing.
    ///
    /// @throws CheckpointInvalidException if another kind of run wrote it
    void restore(StateReader state);
}
