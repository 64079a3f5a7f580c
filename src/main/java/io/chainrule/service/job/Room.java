package io.chainrule.service.job;

/// The room that there is for more to keep.
public interface Room {

    /// For everything.
    Room ENDLESS = () -> {};

    /// Refuses to keep more.
    ///
    /// @throws StorageFullException if there is too little room left
    void require();
}
