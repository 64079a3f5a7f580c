package io.chainrule.service.job;

/// How much an owner has at the moment.
///
/// @param bytes of datasets, models, and what jobs may come to keep
public record Usage(long unfinishedJobs, long bytes) {}
