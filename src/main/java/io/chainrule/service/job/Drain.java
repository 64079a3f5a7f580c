package io.chainrule.service.job;

/// Whether the service is about to end, so that running jobs return to the queue and nobody claims another one.
interface Drain {

    boolean hasBegun();
}
