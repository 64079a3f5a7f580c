package io.chainrule.service.job;

/// Where a checkpoint was written.
///
/// @param epoch how many epochs were complete
/// @param step how many optimizer steps were done
public record CheckpointMark(int epoch, long step) {}
