package io.chainrule.service.job;

/// What a succeeded job leaves behind.
///
/// @param model the id of the model
/// @param parametersHash `sha256:` and the digest of the parameters' little-endian bytes
public record JobResult(String model, String parametersHash, StopReason stopReason) {}
