/// Asynchronous training jobs: their states, their queue, the worker that runs them, and what they leave behind.
///
/// Part of the `service` ring; imports `learning`, `service.access` and `service.json`. The interfaces to
/// storage live here, `store` implements them.
@NullMarked
package io.chainrule.service.job;

import org.jspecify.annotations.NullMarked;
