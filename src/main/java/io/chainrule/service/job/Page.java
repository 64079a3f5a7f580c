package io.chainrule.service.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Part of a list, newest first.
///
/// @param nextToken asks for what follows; null on the last page
public record Page<T>(List<T> items, @Nullable String nextToken) {}
