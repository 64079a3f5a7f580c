package io.chainrule.service.job;

/// Carries announcements to the other processes that share the database.
public interface Announcements {

    /// Where a process is alone, nobody else has to be told.
    Announcements NONE = _ -> {};

    /// Sends in a transaction of the caller: the others hear of it once it is committed, or never.
    void send(Announcement announcement);
}
