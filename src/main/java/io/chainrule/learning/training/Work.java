package io.chainrule.learning.training;

/// A part of every epoch, done in pieces so that whoever pulls can stop between them.
interface Work extends Resumable {

    /// Does the next piece; true if that was the last one of this epoch.
    boolean advance();
}
